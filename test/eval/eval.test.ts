import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snippet, SnippetClient } from '../../client/index.ts';
import { evaluate } from './evaluate-model.ts';
import { instructionOf, programOf } from './programs.ts';
import type { Outcome } from './report.ts';
import { reportOf } from './report.ts';
import { runProgram } from './program-sandbox.ts';
import type { Task } from './eval-tasks.ts';
import { tasks } from './eval-tasks.ts';
import { aSnippet } from '../support/fakes/snippets.ts';

const solutions = readFileSync(new URL('./solutions.cjs', import.meta.url), 'utf8');
const node = process.execPath;
const python = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'python3'))
  .find(existsSync);
const addition: Task = {
  id: 'add',
  instruction: 'Write a function {name} that adds.',
  names: ['add_up'],
  cases: [[[1, 2], 3]],
};

describe('the tasks of the quality report', () => {
  it('are at least 40, each under an id of its own and with cases', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(40);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
    for (const { id, cases } of tasks) expect(cases.length, id).toBeGreaterThan(0);
  });

  const solved = tasks.filter(({ names: [name] }) =>
    solutions.includes(`const ${name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())} =`),
  );

  it('have a right answer for all but those of the cookbook', () => {
    expect(tasks.length - solved.length).toBe(6);
  });

  it('hold for that answer and not for another', async () => {
    const run = (code: string, task: Task) =>
      runProgram(programOf(code, task, 'JAVASCRIPT'), 'JAVASCRIPT', { interpreter: node });
    for (let next = 0; next < solved.length; next += 8) {
      await Promise.all(
        solved.slice(next, next + 8).map(async (task) => {
          expect(await run(solutions, task), task.id).toMatchObject({ kind: 'passed' });
          const name = instructionOf({ ...task, instruction: '{name}' }, 'JAVASCRIPT');
          expect(await run(`const ${name} = () => 'else';`, task), task.id).toMatchObject({ kind: 'wrong' });
        }),
      );
    }
  });

  it.skipIf(!python)('are checked in Python too, where python3 is on the PATH', async () => {
    const run = (code: string) =>
      runProgram(programOf(code, addition, 'PYTHON'), 'PYTHON', { interpreter: python ?? '' });
    expect(await run('def add_up(a, b):\n    return a + b\n')).toMatchObject({ kind: 'passed' });
    expect(await run('def add_up(a, b):\n    return a - b\n')).toMatchObject({ kind: 'wrong' });
    expect(await run('def add_up(a, b:\n')).toMatchObject({
      kind: 'wrong',
      detail: expect.stringContaining('SyntaxError'),
    });
  });
});

describe('a generated program', () => {
  const run = (program: string) => runProgram(program, 'JAVASCRIPT', { interpreter: node, timeoutMs: 2_000 });

  it('that never ends is ended', async () => {
    expect(await run('for (;;) {}')).toMatchObject({ kind: 'timed-out' });
  });

  it('that takes all memory is ended', async () => {
    const hog = "const all = []; for (;;) all.push('x'.repeat(100) + all.length);";
    expect((await runProgram(hog, 'JAVASCRIPT', { interpreter: node, timeoutMs: 20_000 })).kind).toBe('wrong');
  });

  it('finds no environment but what the shell makes', async () => {
    const { detail } = await run('console.log(Object.keys(process.env).sort().join())');
    expect(detail).not.toMatch(/PATH|HOME|AWS|API/);
  });

  it('does not pass by ending early', async () => {
    expect(await run(programOf('process.exit(0)', addition, 'JAVASCRIPT'))).toMatchObject({ kind: 'wrong' });
  });
});

describe('the report', () => {
  it('counts what passed, what was wrong, what was unclean and what was not there', async () => {
    const answers: Record<string, Partial<Snippet>> = {
      right: { code: 'const addUp = (a, b) => a + b;\n' },
      wrong: { code: 'const addUp = (a, b) => a - b;\n' },
      fenced: { code: '```js\nconst addUp = 1;\n```\n' },
      refused: {
        status: 'FAILED',
        code: null,
        failure: { code: 'MODEL_REFUSED', message: 'No.', modelMessage: null, retryable: false },
      },
    };
    const ids = Object.keys(answers);
    const client = {
      async *streamCode({ instruction }: { instruction: string }) {
        const snippet = aSnippet({
          language: 'JAVASCRIPT',
          usage: { inputTokens: 1, outputTokens: 2 },
          ...answers[instruction],
        });
        yield { code: snippet.code ?? '', part: snippet.code ?? '', offset: 0, snippet };
      },
    } as unknown as SnippetClient;
    const outcomes: Outcome[] = [];
    await evaluate(
      ids.map((id) => ({ task: { ...addition, id, instruction: id }, language: 'JAVASCRIPT' })),
      {
        client,
        model: undefined,
        interpreters: { PYTHON: '', JAVASCRIPT: node },
        concurrency: 2,
        signal: new AbortController().signal,
        onOutcome: (outcome) => outcomes.push(outcome),
      },
    );
    const verdicts = Object.fromEntries(outcomes.map(({ task, verdict }) => [task, verdict]));
    expect(verdicts).toEqual({ right: 'passed', wrong: 'wrong', fenced: 'unclean', refused: 'no-code' });
    const report = reportOf('m', outcomes);
    expect(report).toMatch(/JAVASCRIPT +25\.0 % +1 +1 +1 +1\n/);
    expect(report).toMatch(/MODEL_REFUSED +1/);
    expect(report).toContain('4 read, 8 written');
  });
});
