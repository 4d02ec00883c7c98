import { work } from '../../schema/limits/worker-times.ts';
import type { SnippetProgress, SnippetStatus } from '../../schema/types.generated.ts';
import type { Config } from '../function-config.ts';
import type { HeldCode } from './held-code.ts';

/** What is sent of a snippet: the next part, or with null the renewal of the lease. */
export interface SentPart {
  readonly sequence: number;
  readonly offset: number | null;
  readonly part: string | null;
}

/**
 * Sends the code in parts while it arrives. It sends the first part at once and later parts at an interval, never two
 * at the same time. While there is no new code, it renews the lease.
 */
export interface PartWriter {
  /** Call it when there is new code. It returns at once. */
  notice(): void;
  /** Sends what has not been sent yet. */
  drain(): Promise<void>;
  /** Number of the last part that was sent. */
  readonly sequence: number;
  /** Sends the rest of the code, renews the lease and stops. @returns the number of the last part */
  finish(): Promise<number>;
  /** Sends nothing more. */
  stop(): void;
}

interface PartWriterOptions {
  readonly held: Pick<HeldCode, 'code' | 'bytes' | 'beginnings'>;
  /** Number of the last part of earlier attempts. */
  readonly sequence: number;
  readonly pace: Pick<Config, 'partIntervalMs' | 'quickPartMs' | 'partBytes' | 'renewAfterMs'>;
  readonly send: (part: SentPart) => Promise<SnippetProgress>;
  /** Called once if the snippet has ended or a part could not be sent. Nothing is sent afterwards. */
  readonly onLost: (reason: unknown) => void;
}

/** The snippet ended while the worker was generating it, and its end has been announced. */
export class SnippetEnded extends Error {
  override readonly name = 'SnippetEnded';
  readonly status: SnippetStatus;

  constructor(status: SnippetStatus) {
    super(status);
    this.status = status;
  }
}

/** How many writers of this thread have not stopped. */
let atWork = 0;

export function createPartWriter({ held, pace, send, onLost, ...start }: PartWriterOptions): PartWriter {
  let sequence = start.sequence;
  let sent = { beginning: 0, length: 0, bytes: 0 };
  let stopped = false;
  let lastSentAt = performance.now();
  let sending: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  atWork += 1;

  /** What of the code that is held now has been sent. */
  const known = () => (held.beginnings === sent.beginning ? sent : { length: 0, bytes: 0 });
  const intervalMs = (): number => {
    const { mostAtOnce, mostBytes } = work.quickParts;
    const { partIntervalMs, quickPartMs = partIntervalMs } = pace;
    const isQuick = atWork <= mostAtOnce && held.bytes < mostBytes;
    return isQuick ? Math.min(quickPartMs, partIntervalMs) : partIntervalMs;
  };
  const delay = (): number => {
    const waiting = held.bytes - known().bytes;
    if (waiting <= 0) return pace.renewAfterMs;
    return sent.beginning > 0 && waiting < pace.partBytes ? intervalMs() : 0;
  };
  const arm = (): void => {
    clearTimeout(timer);
    if (stopped || sending) return;
    timer = setTimeout(() => void flush(), Math.max(0, delay() - (performance.now() - lastSentAt)));
  };
  const stop = (): void => {
    if (!stopped) atWork -= 1;
    stopped = true;
    clearTimeout(timer);
  };
  const lose = (reason: unknown): void => {
    if (!stopped) onLost(reason);
    stop();
  };
  const take = (): SentPart => {
    const { length: offset, bytes } = known();
    // Half a character waits for its other half.
    const part = held.code.slice(offset).replace(/[\uD800-\uDBFF]$/, '');
    if (part === '') return { sequence, offset: null, part: null };
    sent = { beginning: held.beginnings, length: offset + part.length, bytes: bytes + Buffer.byteLength(part) };
    return { sequence: ++sequence, offset, part };
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    sending = send(take())
      .then((progress) => progress.status !== 'GENERATING' && lose(new SnippetEnded(progress.status)), lose)
      .then(() => {
        sending = undefined;
        lastSentAt = performance.now();
        arm();
      });
    return sending;
  };
  const drain = async (): Promise<void> => {
    await sending;
    if (!stopped && held.bytes > known().bytes) await flush();
  };

  arm();
  return {
    notice: arm,
    drain,
    get sequence() {
      return sequence;
    },
    async finish() {
      await drain();
      if (!stopped) await flush();
      stop();
      return sequence;
    },
    stop,
  };
}
