import type { Invocation, LocalFunction, Sandbox } from './sandbox.ts';
import { startSandbox } from './sandbox.ts';

/** The functions of this host, invoked as Lambda invokes them. */
export interface Functions {
  /** @throws Error there is no such function, or the host is closing */
  invoke(name: string, payload: unknown): Promise<Invocation>;
  /** Loads a function that has no thread yet, so that its first call need not wait for that. */
  warm(name: string): void;
  /** Ends every thread of a function at once, as a crash does. */
  terminate(name: string): Promise<void>;
  /** Ends every call of a function, and takes none any more. */
  retire(name: string): Promise<void>;
  close(): Promise<void>;
}

/** A further thread is started only when each of those that run has so many calls in hand: a warm one answers sooner. */
const CALLS_BEFORE_ANOTHER_THREAD = 8;
const SHUT = 'The functions are shut down.';

export function createFunctions(
  definitions: Readonly<Record<string, LocalFunction>>,
  log: (line: string) => void,
): Functions {
  const pools = new Map(Object.entries(definitions).map(([name, it]) => [name, createPool(name, it, log)]));
  let closed = false;
  const poolOf = (name: string): Pool => {
    const pool = pools.get(name);
    if (!pool || closed) throw new Error(closed ? SHUT : `There is no function ${name}.`);
    return pool;
  };
  return {
    invoke: async (name, payload) => poolOf(name).run(payload),
    warm: (name) => poolOf(name).warm(),
    terminate: async (name) => poolOf(name).kill(),
    retire: async (name) => poolOf(name).close(),
    async close() {
      closed = true;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

interface Pool {
  warm(): void;
  run(payload: unknown): Promise<Invocation>;
  kill(): Promise<void>;
  /** Ends its threads, and starts no more for those who wait. */
  close(): Promise<void>;
}

function createPool(name: string, definition: LocalFunction, log: (line: string) => void): Pool {
  const { threads: mostThreads = 1, atOnce = Infinity } = definition;
  const threads = new Set<Sandbox>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let closed = false;

  const choose = (): Sandbox => {
    for (const thread of threads) if (thread.retired) threads.delete(thread);
    const [freest] = [...threads].sort((a, b) => a.running - b.running);
    const isFull = !freest || (freest.running >= CALLS_BEFORE_ANOTHER_THREAD && threads.size < mostThreads);
    if (!isFull) return freest;
    const started = startSandbox(name, definition, log);
    threads.add(started);
    return started;
  };
  const kill = async (): Promise<void> => {
    await Promise.all([...threads].map((thread) => thread.kill()));
  };
  return {
    warm: () => void choose(),
    async run(payload) {
      if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        if (closed) throw new Error(SHUT);
        return await choose().run(payload);
      } finally {
        // Whoever waits takes this place over.
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
    kill,
    close() {
      closed = true;
      return kill();
    },
  };
}
