import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvalLanguage } from './programs.ts';
import { PASSED } from './programs.ts';

export interface RunOptions {
  /** Path of the interpreter. */
  readonly interpreter: string;
  readonly timeoutMs?: number;
}

/** What a program came to; `detail` is the error that ended it, or else the last line that it printed. */
export type RunResult = { readonly kind: 'passed' | 'wrong' | 'timed-out'; readonly detail: string };

const MOST_OUTPUT_BYTES = 64 * 1024;
const MOST_KILOBYTES = 1024 * 1024;
const JAVASCRIPT_HEAP_MB = 256;
const files: Record<EvalLanguage, string> = { PYTHON: 'program.py', JAVASCRIPT: 'program.cjs' };

/**
 * Runs generated code in a process of its own: 10 s, 1 GB of memory (for JavaScript 256 MB of heap, as its address space
 * is larger than what it uses), no environment, a folder of its own that goes with it. Its network is not cut off.
 */
export async function runProgram(program: string, language: EvalLanguage, options: RunOptions): Promise<RunResult> {
  const { interpreter, timeoutMs = 10_000 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-eval-'));
  writeFileSync(join(folder, files[language]), program);
  const limit = language === 'PYTHON' ? `ulimit -v ${MOST_KILOBYTES}; ` : '';
  const flags = language === 'PYTHON' ? '-I' : `--max-old-space-size=${JAVASCRIPT_HEAP_MB}`;
  const command = `${limit}exec "$0" ${flags} ${files[language]}`;
  const child = spawn('/bin/sh', ['-c', command, interpreter], {
    cwd: folder,
    env: {},
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-MOST_OUTPUT_BYTES);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let timedOut = false;
  const stop = (): void => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  };
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, timeoutMs);
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearTimeout(timer);
  stop();
  rmSync(folder, { recursive: true, force: true });

  const lines = output.trim().split('\n');
  const detail = lines.findLast((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? '';
  if (timedOut) return { kind: 'timed-out', detail };
  return { kind: status === 0 && lines.includes(PASSED) ? 'passed' : 'wrong', detail };
}
