import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeFolder } from '../../data-folder/make-folder.ts';

/**
 * The package that runs a GGUF file in the process. 3.21.1 is the last version whose programs for macOS and Windows were on
 * npm on 2026-11-25; its size is that of its folder on Linux.
 */
export const llama = {
  name: 'node-llama-cpp',
  version: '3.21.1',
  licence: 'MIT',
  page: 'https://www.npmjs.com/package/node-llama-cpp',
  megabytes: 85,
} as const;

/** Node's `platform-arch`, and the package with the program for it that needs nothing else. */
const programs: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-armv7l',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

/**
 * What npm is told: the package and the program for this machine, no scripts, as the package's own would compile for
 * minutes, and none of the other programs, which are 700 MB.
 * @param machine `linux-x64`
 * @throws Error there is no program for this machine
 */
export function llamaArguments(folder: string, machine: string): string[] {
  const program = programs[machine];
  if (program === undefined) {
    throw new Error(`${llama.name} has no program for ${machine}. Use a model server: https://ollama.com/download`);
  }
  const packages = [`${llama.name}@${llama.version}`, `@${llama.name}/${program}@${llama.version}`];
  return ['install', '--prefix', folder, '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', ...packages];
}

/**
 * Adds the package to a folder of its own, with the npm that runs this command, or the one on the path.
 * @throws Error a sentence with npm's last words; the signal's reason when it is aborted
 */
export async function addLlama(folder: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const words = llamaArguments(folder, `${process.platform}-${process.arch}`);
  await makeFolder(folder);
  const script = env['npm_execpath'] ?? '';
  const isNpm = basename(script) === 'npm-cli.js';
  const child = isNpm
    ? spawn(process.execPath, [script, ...words], { env, signal, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', words, { env, signal, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  const said = await text(child.stderr).catch(() => '');
  const end = await ended;
  signal.throwIfAborted();
  if (end === 0) return;
  throw new Error(
    `npm could not add ${llama.name}: ${reasonIn(said) || end}. Try again, or use a model server: https://ollama.com/download`,
  );
}

/** The first line of npm's that says what was wrong. */
function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  return lines.find((line) => line !== '' && !/^(code|errno|syscall|npm warn)\b/.test(line))?.replace(/\.$/, '') ?? '';
}
