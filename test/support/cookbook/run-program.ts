import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { CookbookLanguage } from '../../../infra/local/cookbook/editions.ts';

const execute = promisify(execFile);
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** How a person runs one file of this language: perhaps a compiler, then the program itself. */
type Toolchain = { file: string; compile?: readonly [string, ...string[]]; run: readonly [string, ...string[]] };

/** A language whose files are programs; the others are read by their parsers. */
export type ProgramLanguage = Exclude<CookbookLanguage, 'HTML' | 'CSS' | 'YAML' | 'DOCKERFILE'>;

const toolchains: Record<ProgramLanguage, Toolchain> = {
  PYTHON: { file: 'snippet.py', run: ['python3', '-W', 'error', 'snippet.py'] },
  JAVASCRIPT: { file: 'snippet.js', run: [process.execPath, 'snippet.js'] },
  TYPESCRIPT: { file: 'snippet.ts', run: [process.execPath, '--import', tsx, 'snippet.ts'] },
  JAVA: {
    file: 'snippet.java',
    compile: ['javac', '-Xlint:all', '-Werror', 'snippet.java'],
    run: ['java', '-cp', '.', 'Main'],
  },
  CPP: {
    file: 'snippet.cpp',
    compile: ['g++', '-std=c++17', '-Wall', '-Wextra', '-Werror', '-pthread', '-o', 'snippet', 'snippet.cpp'],
    run: ['./snippet'],
  },
  GO: { file: 'snippet.go', compile: ['go', 'build', '-o', 'snippet', 'snippet.go'], run: ['./snippet'] },
  BASH: { file: 'snippet.sh', run: ['bash', 'snippet.sh'] },
  SQL: { file: 'snippet.sql', run: ['sqlite3', '-bail', ':memory:', '.read snippet.sql'] },
  RUST: {
    file: 'snippet.rs',
    compile: ['rustc', '--edition', '2021', '-D', 'warnings', '-o', 'snippet', 'snippet.rs'],
    run: ['./snippet'],
  },
};

export const programLanguages = Object.keys(toolchains) as readonly ProgramLanguage[];

/** A program in an empty folder of its own, compiled where its language asks for it, which goes with it. */
export interface BuiltProgram extends AsyncDisposable {
  /** What it prints, run to its end with these arguments. Rejects when it fails. */
  output(...args: string[]): Promise<string>;
  /** What it says on standard error and its exit status, run to its end. Rejects when it succeeds. */
  failure(...args: string[]): Promise<{ status: number; stderr: string }>;
  /** Writes a file beside the program and gives its path. */
  fileBeside(name: string, content: string): Promise<string>;
  /** Starts it as a server on a free port and waits until it says where it listens. Disposing ends it. */
  listen(): Promise<{ url: string } & AsyncDisposable>;
}

/** Saves the code under a name that says nothing about it, as a snippet would be, and compiles it. A missing tool is an error. */
export async function buildProgram(language: ProgramLanguage, code: string): Promise<BuiltProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'cookbook-'));
  const { file, compile, run } = toolchains[language];
  const [program, ...programArgs] = run;
  const options = { cwd: folder, timeout: 120_000 };
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const fileBeside = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  await fileBeside(file, code);
  if (compile !== undefined) {
    const [compiler, ...compilerArgs] = compile;
    await execute(compiler, compilerArgs, options).catch(async (error: unknown) => {
      await remove();
      throw error;
    });
  }
  return {
    fileBeside,
    output: async (...args) => (await execute(program, [...programArgs, ...args], options)).stdout,
    failure: (...args) =>
      new Promise((resolve, reject) => {
        execFile(program, [...programArgs, ...args], options, (error, _stdout, stderr) => {
          if (typeof error?.code === 'number') resolve({ status: error.code, stderr });
          else reject(error ?? new Error('The program succeeded.'));
        });
      }),
    listen: async () => {
      const server = spawn(program, [...programArgs, '0'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = once(server, 'close');
      const stop = async (): Promise<void> => {
        server.kill('SIGKILL');
        await ended;
      };
      for await (const line of createInterface({ input: server.stdout })) {
        const url = /^Listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
        if (url !== undefined) return { url, [Symbol.asyncDispose]: stop };
      }
      throw new Error('The server ended before it listened.');
    },
    [Symbol.asyncDispose]: remove,
  };
}
