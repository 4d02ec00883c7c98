import { describe, expect, it } from 'vitest';
import { answer, type CookbookLanguage } from '../../../infra/local/cookbook/cookbook.ts';
import { tasks } from '../../../infra/local/cookbook/tasks.ts';
import { outputs, outputsForFiles } from './cookbook-outputs.ts';
import { buildProgram, type BuiltProgram } from './run-program.ts';

const wholeOutput = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Runs every program of one language as a person would: alone, in an empty folder. */
export function runsEveryProgram(language: CookbookLanguage): void {
  const build = (task: string): Promise<BuiltProgram> => {
    const title = tasks.find(({ slug }) => slug === task)?.title ?? task;
    const answered = answer({ language, instruction: `a ${title} function` });
    if (answered.kind !== 'program') throw new Error(answered.message);
    expect(answered.task).toBe(task);
    return buildProgram(language, answered.code);
  };

  describe.concurrent('prints its result', { timeout: 120_000 }, () => {
    const printing = tasks.map(({ slug }) => slug).filter((slug) => slug !== 'http-server');
    it.each(printing)('%s', async (task) => {
      await using program = await build(task);
      expect(await program.output()).toBe(wholeOutput(outputs[task] ?? ['no output is known for this task']));
    });
  });

  describe.concurrent('reads the file named on the command line', { timeout: 120_000 }, () => {
    it.each(outputsForFiles)('$task: $when', async ({ task, file, lines }) => {
      await using program = await build(task);
      expect(await program.output(await program.fileBeside('input.txt', file))).toBe(wholeOutput(lines));
    });

    it('csv-parser: fails for a quote that is not closed', async () => {
      await using program = await build('csv-parser');
      await expect(program.output(await program.fileBeside('input.csv', 'a,"b\nc'))).rejects.toThrow();
    });
  });

  it('http-server answers over HTTP', { timeout: 120_000 }, async () => {
    await using program = await build('http-server');
    await using server = await program.listen();
    const ask = async (path: string, method: string): Promise<unknown[]> => {
      const response = await fetch(server.url + path, { method, ...(method === 'POST' ? { body: 'ignored' } : {}) });
      return [response.status, response.headers.get('content-type'), await response.text()];
    };
    const text = 'text/plain; charset=utf-8';
    expect(await ask('/', 'GET')).toEqual([200, text, 'Hello, world!\n']);
    expect(await ask('/?name=you', 'GET')).toEqual([200, text, 'Hello, world!\n']);
    expect(await ask('/', 'HEAD')).toEqual([200, text, '']);
    expect(await ask('/missing', 'GET')).toEqual([404, text, 'Not found\n']);
    expect(await ask('/', 'POST')).toEqual([405, text, 'Method not allowed\n']);
    expect((await fetch(server.url, { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD');
  });
}
