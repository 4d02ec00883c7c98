import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Place } from './parse-arguments.ts';

/** An API to ask. */
export interface OpenApi {
  readonly url: string;
  readonly apiKey: string;
  /** Absolute; where its files lie, if that is this machine. */
  readonly dataFolder?: string;
  /** The model to name in a request; none where the host was started with it. */
  readonly model?: string | undefined;
  close(): Promise<void>;
}

/**
 * The API at a URL, or the host that runs on the data folder, or one that runs for this call only.
 * @param say told what is going on, when it takes a moment
 * @throws Error a sentence for whoever typed it
 */
export async function openApi(place: Place, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<OpenApi> {
  const { url, apiKey, model } = place;
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new Error('The API key is empty, or holds a space or another character that no key has.');
  }
  if (url !== undefined) {
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
      throw new Error(`--url is "${url}"; it is to be like https://example.com/graphql.`);
    }
    if (apiKey === undefined) throw new Error('With --url say --api-key as well.');
    return { url, apiKey, model, close: async () => undefined };
  }
  const dataFolder = resolve(place.dataFolder);
  const running = await findRunning(dataFolder);
  if (running) {
    const key = apiKey ?? running.apiKey ?? readText(join(dataFolder, 'api-key'));
    if (key === undefined) throw new Error(`There is no key in ${dataFolder}: say --api-key.`);
    return { url: running.url, apiKey: key, dataFolder, model, close: async () => undefined };
  }
  say('Starting a host for this call; `npm start` keeps one running.');
  const [{ startHost }, { readChoices }] = await Promise.all([import('../host.ts'), import('./host-options.ts')]);
  const flags = Object.entries({ '--port': '0', '--model': model, '--api-key': apiKey });
  const choices = readChoices(
    flags.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag}=${value}`])),
    env,
  );
  const host = await startHost({ ...choices, dataFolder });
  return { url: host.url, apiKey: host.apiKey, dataFolder, close: () => host.close() };
}

interface Running {
  readonly url: string;
  /** Of a host that was started with one. */
  readonly apiKey: string | undefined;
}

/** The host that the lock file of the data folder names, if it answers. */
async function findRunning(dataFolder: string): Promise<Running | undefined> {
  const running = readLock(readText(join(dataFolder, 'host.lock')) ?? '');
  if (running === undefined) return undefined;
  const answers = await fetch(new URL('/healthz', running.url), { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  return answers ? running : undefined;
}

function readLock(lock: string): Running | undefined {
  try {
    const { url, apiKey } = JSON.parse(lock) as { url?: unknown; apiKey?: unknown };
    if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
    return { url, apiKey: typeof apiKey === 'string' ? apiKey : undefined };
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
