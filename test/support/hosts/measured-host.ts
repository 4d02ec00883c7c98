import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { HostChoices } from '../../../infra/local/command-line/host-options.ts';
import type { Host, HostSettings } from '../../../infra/local/host.ts';

/** A host in a process of its own, whose memory a test looks at. */
export interface MeasuredHost extends Pick<Host, 'url' | 'realtimeUrl' | 'apiKey' | 'dataFolder'> {
  /** Ends the threads of the functions, and tells what memory the process has of the system after a collection, in bytes. */
  heldBytes(): Promise<number>;
  /** Ends the threads of the worker. */
  crashWorker(): void;
  /** Delivers the event of a snippet once more. */
  deliver(id: string): void;
  /** Rejections that nobody handled, so far. */
  readonly unhandled: readonly string[];
  /** @returns the status with which the process ended */
  close(): Promise<number>;
}

/** What the process is asked for. */
export type HostCommand = { kind: 'measure' | 'crash' | 'close' } | { kind: 'deliver'; id: string };

/** What it tells. */
export type HostReport =
  | ({ kind: 'ready' } & Pick<Host, 'url' | 'realtimeUrl' | 'apiKey' | 'dataFolder'>)
  | { kind: 'measured'; bytes: number }
  | { kind: 'unhandled'; reason: string };

/** Starts it with these settings and choices, of which only data pass; it is killed when the running test is over. */
export async function startMeasuredHost(
  settings: HostSettings = {},
  choices: Partial<HostChoices> = {},
): Promise<MeasuredHost> {
  const program = fileURLToPath(new URL('measured-host-program.ts', import.meta.url));
  const startedWith = [settings, choices].map((data) => JSON.stringify(data));
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', program, ...startedWith], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const unhandled: string[] = [];
  const told = async <Kind extends HostReport['kind']>(kind: Kind): Promise<Extract<HostReport, { kind: Kind }>> => {
    for (;;) {
      const [message] = (await once(child, 'message')) as [HostReport];
      if (message.kind === kind) return message as Extract<HostReport, { kind: Kind }>;
    }
  };
  child.on('message', (message: HostReport) => {
    if (message.kind === 'unhandled') unhandled.push(message.reason);
  });
  const ask = (asked: HostCommand): void => void child.send(asked);
  const { url, realtimeUrl, apiKey, dataFolder } = await told('ready');
  return {
    ...{ url, realtimeUrl, apiKey, dataFolder, unhandled },
    async heldBytes() {
      const measured = told('measured');
      ask({ kind: 'measure' });
      return (await measured).bytes;
    },
    crashWorker: () => ask({ kind: 'crash' }),
    deliver: (id) => ask({ kind: 'deliver', id }),
    async close() {
      const ended = once(child, 'exit');
      ask({ kind: 'close' });
      const [status] = (await ended) as [number];
      return status;
    },
  };
}
