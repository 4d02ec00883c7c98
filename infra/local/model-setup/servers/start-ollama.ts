import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Where Ollama listens: `OLLAMA_HOST`, which may leave out the scheme and the port, else its usual address
 * (https://github.com/ollama/ollama/blob/main/docs/faq.mdx). One that listens on all addresses is asked on this machine's.
 */
export function ollamaOrigin(ollamaHost: string | undefined): string {
  const usual = 'http://127.0.0.1:11434';
  const host = ollamaHost?.trim() ?? '';
  const [, scheme = 'http', rest = ''] = /^(?:(https?):\/\/)?(.*)$/i.exec(host) ?? [];
  const address = `${scheme}://${rest.startsWith(':') ? `127.0.0.1${rest}` : rest}`;
  if (rest === '' || !URL.canParse(address)) return usual;
  const url = new URL(address);
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = '127.0.0.1';
  if (!/:\d+\/*$/.test(rest) && !/^https?:/i.test(host)) url.port = '11434';
  return url.origin;
}

/** The program, where it is installed: the first on the path. */
export function findOllama(path: string | undefined): string | undefined {
  const places = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  return places.flatMap((folder) => ['ollama', 'ollama.exe'].map((name) => join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const READY_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 200;

/**
 * Starts Ollama's server. It stays when this process ends, as the model is to answer afterwards.
 * @returns its process's number, once it answers
 * @throws Error a sentence: it ended, or does not answer in time
 */
export async function startOllama(
  program: string,
  origin: string,
  env: NodeJS.ProcessEnv,
  { fetchFrom, signal }: { readonly fetchFrom: typeof fetch; readonly signal: AbortSignal },
): Promise<number> {
  const child = spawn(program, ['serve'], { detached: true, stdio: 'ignore', env });
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, by) => (ended = `it ended with ${code ?? by}`));
  child.unref();
  const until = performance.now() + READY_WITHIN_MS;
  while (ended === undefined && performance.now() < until) {
    const answers = await fetchFrom(`${origin}/api/version`, { signal: AbortSignal.timeout(1_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers && child.pid !== undefined) return child.pid;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
  if (ended === undefined) child.kill();
  throw new Error(
    `\`${program} serve\` does not answer at ${origin}: ${ended ?? `not within ${READY_WITHIN_MS / 1000} s`}. Start it yourself to see why, then try again.`,
  );
}
