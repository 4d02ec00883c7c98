import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A host in a process of its own. */
export interface HostProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly apiKey: string;
  /** All that it printed, on either stream, until it was ready or ended. */
  readonly printed: string;
}

/** Begins to start the host as `npm start` does. */
export function spawnHost(dataFolder: string, port = 0, environment: Record<string, string> = {}): ChildProcess {
  const { API_URL: _url, API_KEY: _key, ...env } = process.env;
  return spawn(process.execPath, ['infra/local/start.mjs', '--port', `${port}`, '--data', dataFolder], {
    cwd: root,
    env: { ...env, MODEL: 'cookbook', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The host as `npm start` runs it, once it is ready, or when it ended instead. */
export async function startHostProcess(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<HostProcess> {
  const child = spawnHost(dataFolder, 0, environment);
  let printed = '';
  child.stderr?.on('data', (chunk) => (printed += chunk));
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      printed += `${line}\n`;
      if (line.startsWith('curl')) break;
    }
  }
  const url = /GraphQL +(\S+)/.exec(printed)?.[1] ?? '';
  const apiKey = /API key +(\S+)/.exec(printed)?.[1] ?? '';
  return { child, url, apiKey, printed };
}
