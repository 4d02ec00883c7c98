import type { Invocation, LocalFunction, Sandbox } from './sandbox.ts';
import { startSandbox } from './sandbox.ts';

/** The functions of this host, invoked as Lambda invokes them. */
export interface Functions {
  /** @throws Error there is no such function, or the host is closing */
  invoke(name: string, payload: unknown): Promise<Invocation>;
  /** Ends every thread of a function at once, as a crash does. */
  terminate(name: string): Promise<void>;
  /** Ends every call of a function, and takes none any more. */
  retire(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Most sandboxes of one function; further invocations wait for one of them. */
const MOST_SANDBOXES = 10;
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
    terminate: async (name) => poolOf(name).kill(),
    retire: async (name) => poolOf(name).close(),
    async close() {
      closed = true;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

interface Pool {
  run(payload: unknown): Promise<Invocation>;
  kill(): Promise<void>;
  /** Ends its threads, and starts no more for those who wait. */
  close(): Promise<void>;
}

function createPool(name: string, definition: LocalFunction, log: (line: string) => void): Pool {
  const idle: Sandbox[] = [];
  const busy = new Set<Sandbox>();
  const waiting: (() => void)[] = [];
  let closed = false;

  const take = async (): Promise<Sandbox> => {
    while (busy.size >= MOST_SANDBOXES) await new Promise<void>((resolve) => waiting.push(resolve));
    if (closed) throw new Error(SHUT);
    const warm = idle.pop();
    const sandbox = warm && !warm.dead ? warm : startSandbox(name, definition, log);
    busy.add(sandbox);
    return sandbox;
  };
  const kill = async (): Promise<void> => {
    await Promise.all([...idle.splice(0), ...busy].map((sandbox) => sandbox.kill()));
  };
  return {
    async run(payload) {
      const sandbox = await take();
      try {
        return await sandbox.run(payload);
      } finally {
        busy.delete(sandbox);
        if (!sandbox.dead) idle.push(sandbox);
        waiting.shift()?.();
      }
    },
    kill,
    close() {
      closed = true;
      return kill();
    },
  };
}
