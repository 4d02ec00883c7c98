import type { SnippetProgress } from '../../schema/types.generated.ts';
import type { Config } from '../function-config.ts';
import type { CodePiece } from './answer/extract-code.ts';

/** What is sent of a snippet: the next part, or with null the renewal of the lease. */
export interface SentPart {
  readonly sequence: number;
  readonly offset: number | null;
  readonly part: string | null;
}

/** Sends code on as it comes: the first part at once, then few, never two at the same time, and a sign of life without code. */
export interface PartWriter {
  /** Takes the next piece and comes back at once. */
  write(piece: CodePiece): void;
  /** Sends all that is left, renews the lease, and gives the last part's number. */
  finish(): Promise<number>;
  /** Sends nothing more. */
  stop(): void;
}

interface PartWriterOptions {
  /** Number of the last part of earlier attempts. */
  readonly sequence: number;
  readonly pace: Pick<Config, 'partIntervalMs' | 'partBytes' | 'renewAfterMs'>;
  readonly send: (part: SentPart) => Promise<SnippetProgress>;
  /** Told once when the snippet has ended or a part could not be sent; then nothing more is sent. */
  readonly onLost: (reason: unknown) => void;
}

/** The snippet ended while the worker was at it, and its end has been announced. */
export class SnippetEnded extends Error {
  override readonly name = 'SnippetEnded';
}

export function createPartWriter({ pace, send, onLost, ...start }: PartWriterOptions): PartWriter {
  let sequence = start.sequence;
  let offset = 0;
  let pending = '';
  let begun = false;
  let stopped = false;
  let lastSentAt = performance.now();
  let sending: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const delay = (): number => {
    if (pending === '') return pace.renewAfterMs;
    return begun && pending.length < pace.partBytes ? pace.partIntervalMs : 0;
  };
  const arm = (): void => {
    clearTimeout(timer);
    if (stopped || sending) return;
    timer = setTimeout(() => void flush(), Math.max(0, delay() - (performance.now() - lastSentAt)));
  };
  const stop = (): void => {
    stopped = true;
    clearTimeout(timer);
  };
  const lose = (reason: unknown): void => {
    if (!stopped) onLost(reason);
    stop();
  };
  const take = (): SentPart => {
    if (pending === '') return { sequence, offset: null, part: null };
    const taken = { sequence: ++sequence, offset, part: pending };
    offset += pending.length;
    pending = '';
    begun = true;
    return taken;
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

  arm();
  return {
    write({ text, restart }) {
      if (restart) {
        pending = '';
        offset = 0;
      }
      pending += text;
      arm();
    },
    async finish() {
      await sending;
      if (pending !== '' && !stopped) await flush();
      if (!stopped) await flush();
      stop();
      return sequence;
    },
    stop,
  };
}
