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
  /** Most threads that its calls share; 1 when left out. */
  readonly threads?: number | undefined;
  /** Most calls at a time, more of them wait; as many as come when left out. */
  readonly atOnce?: number | undefined;
}

/** The result of an invocation. */
export type Invocation =
  | { readonly payload: unknown }
  | { readonly functionError: { readonly errorType: string; readonly errorMessage: string } };

/**
 * One worker thread that runs many events at a time, kept warm in between. Where Lambda would end a sandbox with its one
 * call, this one takes no new ones and ends with the last that it has; at once when it lets nobody else run.
 */
export interface Sandbox {
  /** Serialises the event and the answer as JSON, as Lambda does. The time-out counts from here. Never rejects. */
  run(event: unknown): Promise<Invocation>;
  /** How many events it has in hand. */
  readonly running: number;
  /** True once it takes no more. */
  readonly retired: boolean;
  /** Ends the thread at once, as a crash does. */
  kill(): Promise<void>;
}

interface Message {
  /** Undefined for a mere sign of life. */
  readonly requestId?: string;
  readonly payload?: string;
  readonly functionError?: { errorType: string; errorMessage: string };
}

/** What a thread may keep; more ends it, and no other. */
const MEMORY_MB = 512;
/** How soon a thread in which a call timed out must get to its messages, or it holds up all its calls. */
const SIGN_OF_LIFE_WITHIN_MS = 1_000;

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

  const calls = new Map<string, (invocation: Invocation) => void>();
  let retired = false;
  let crash: Error | undefined;
  let signOfLife: NodeJS.Timeout | undefined;

  const crashed = (requestId: string): Invocation =>
    failed('Runtime.ExitError', `RequestId: ${requestId} Error: Runtime exited${crash ? `: ${crash.message}` : ''}`);
  const kill = async (): Promise<void> => {
    retired = true;
    await worker.terminate();
  };
  const retire = (): void => {
    retired = true;
    if (calls.size === 0) return void kill();
    worker.postMessage({});
    signOfLife ??= setTimeout(() => void kill(), SIGN_OF_LIFE_WITHIN_MS);
  };
  worker.on('message', ({ requestId, payload, functionError }: Message) => {
    clearTimeout(signOfLife);
    if (requestId === undefined) return;
    calls.get(requestId)?.(functionError ? { functionError } : { payload: JSON.parse(payload ?? 'null') });
  });
  worker.on('error', (error: Error) => {
    crash = error;
    log(`${name}: ${error.stack ?? error.message}`);
  });
  worker.on('exit', () => {
    retired = true;
    clearTimeout(signOfLife);
    for (const [requestId, end] of calls) end(crashed(requestId));
  });

  return {
    get running() {
      return calls.size;
    },
    get retired() {
      return retired;
    },
    kill,
    run: (event) =>
      new Promise((resolve) => {
        const requestId = randomUUID();
        const limitMs = timeoutSeconds * 1000;
        const timer = setTimeout(() => {
          const seconds = timeoutSeconds.toFixed(2);
          end(failed('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`));
          retire();
        }, limitMs);
        const end = (invocation: Invocation): void => {
          clearTimeout(timer);
          calls.delete(requestId);
          if (calls.size === 0) worker.unref();
          if (calls.size === 0 && retired) void kill();
          resolve(invocation);
        };
        if (retired) return end(crashed(requestId));
        calls.set(requestId, end);
        worker.ref();
        worker.postMessage({ requestId, event: JSON.stringify(event ?? null), deadline: Date.now() + limitMs });
      }),
  };
}

function failed(errorType: string, errorMessage: string): Invocation {
  return { functionError: { errorType, errorMessage } };
}
