import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startHostProcess } from '../support/hosts/host-process.ts';
import { post } from './http-load.ts';
import { costOf, treeOf } from './process-cost.ts';

/** A server under measurement, in a process of its own. */
export interface Measured {
  readonly pid: number;
  /** Of GraphQL, or of the floor. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From the start of the process to the first right answer, in milliseconds: on the clock, and of the processors. */
  readonly started: { readonly wallMs: number; readonly cpuMs: number };
  stop(): Promise<void>;
}

const floorFile = fileURLToPath(new URL('floor-server.mjs', import.meta.url));
const LIST = JSON.stringify({ query: '{ snippets(limit: 2) { items { id status } } }' });

/** A new folder for a host's data. */
export function benchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'snipstream-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/** The host as `npm start` runs it. @param model as `--model` names it */
export async function startMeasuredHost(dataFolder: string, model = 'cookbook'): Promise<Measured> {
  const begun = performance.now();
  const { child, url, apiKey, printed } = await startHostProcess(dataFolder, { MODEL: model });
  if (url === '') throw new Error(`The host did not start:\n${printed}`);
  const headers = { 'x-api-key': apiKey };
  const { text } = await post(url, headers, LIST);
  if (!text.includes('"items"')) throw new Error(`The host's first answer is ${text}`);
  return measured(child, url, headers, begun);
}

/** The floor: `node:http` and `ws` alone. */
export async function startFloor(): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(process.execPath, [floorFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  await post(`${url}/100`, {}, LIST);
  return measured(child, url, {}, begun);
}

function measured(child: ChildProcess, url: string, headers: Record<string, string>, begun: number): Measured {
  const { pid = 0 } = child;
  const started = { wallMs: performance.now() - begun, cpuMs: costOf(pid).wholeMs };
  return {
    ...{ pid, url, headers, started },
    async stop() {
      const ended = once(child, 'exit');
      for (const one of treeOf(pid).reverse()) {
        try {
          process.kill(one, 'SIGKILL');
        } catch {
          // It has ended by itself.
        }
      }
      if (child.exitCode === null && child.signalCode === null) await ended;
    },
  };
}
