import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';

/** A function as this host runs it. */
export interface LocalFunction {
  /** CommonJS bundle that exports `handler`. */
  readonly file: string;
  readonly timeoutSeconds: number;
  /** All that its environment holds; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What an invocation came to. */
export type Invocation =
  | { readonly payload: unknown }
  | { readonly functionError: { readonly errorType: string; readonly errorMessage: string } };

/** One worker thread that runs one event at a time, kept warm in between. */
export interface Sandbox {
  /** Serialises the event and the answer as JSON, as Lambda does. Never rejects. */
  run(event: unknown): Promise<Invocation>;
  /** True once the thread is gone. */
  readonly dead: boolean;
  /** Ends the thread at once, as a crash does. */
  kill(): Promise<void>;
}

type Message = { payload: string } | { functionError: { errorType: string; errorMessage: string } };

/** What a function may keep; more ends its thread, and no other. */
const MEMORY_MB = 512;

export function startSandbox(name: string, definition: LocalFunction, log: (line: string) => void): Sandbox {
  const { file, timeoutSeconds, environment } = definition;
  const worker = new Worker(new URL('worker-thread.mjs', import.meta.url), {
    workerData: { file, name },
    env: { ...environment },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr]) {
    createInterface({ input: stream }).on('line', (line) => log(`${name}: ${line}`));
  }
  worker.unref();

  let dead = false;
  let crash: Error | undefined;
  worker.on('error', (error: Error) => {
    crash = error;
    log(`${name}: ${error.stack ?? error.message}`);
  });
  worker.on('exit', () => {
    dead = true;
  });

  return {
    get dead() {
      return dead;
    },
    async kill() {
      dead = true;
      await worker.terminate();
    },
    run: (event) =>
      new Promise((resolve) => {
        const requestId = randomUUID();
        const limitMs = timeoutSeconds * 1000;
        const end = (invocation: Invocation): void => {
          clearTimeout(timer);
          worker.off('message', answered);
          worker.off('exit', exited);
          worker.unref();
          resolve(invocation);
        };
        const answered = (message: Message): void =>
          end('payload' in message ? { payload: JSON.parse(message.payload) } : message);
        const exited = (): void =>
          end(
            failed(
              'Runtime.ExitError',
              `RequestId: ${requestId} Error: Runtime exited${crash ? `: ${crash.message}` : ''}`,
            ),
          );
        const timer = setTimeout(() => {
          dead = true;
          void worker.terminate();
          const seconds = timeoutSeconds.toFixed(2);
          end(failed('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`));
        }, limitMs);
        worker.on('message', answered);
        worker.on('exit', exited);
        worker.ref();
        if (dead) return exited();
        worker.postMessage({ requestId, event: JSON.stringify(event ?? null), deadline: Date.now() + limitMs });
      }),
  };
}

function failed(errorType: string, errorMessage: string): Invocation {
  return { functionError: { errorType, errorMessage } };
}
