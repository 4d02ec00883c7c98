import { describe, expect, it } from 'vitest';
import { answer } from '../../../infra/local/cookbook/cookbook.ts';
import { tasks } from '../../../infra/local/cookbook/tasks.ts';
import { outputs, outputsForFiles } from './cookbook-outputs.ts';
import { runsLargerPrograms } from './larger-programs.ts';
import { buildProgram, type BuiltProgram, type ProgramLanguage } from './run-program.ts';

const wholeOutput = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Tasks whose program needs an argument, a server or chance; `runsLargerPrograms` runs them. */
const larger = [
  'http-server',
  'rest-endpoint',
  'fetch-json',
  'read-file-lines',
  'password-generator',
  'backup-folder',
  'largest-files',
];

/** Runs every program of one language as a person would: alone, in an empty folder. */
export function runsEveryProgram(language: ProgramLanguage): void {
  const known = tasks.filter(({ languages }) => languages.includes(language)).map(({ slug }) => slug);
  const build = (task: string): Promise<BuiltProgram> => {
    const title = tasks.find(({ slug }) => slug === task)?.title ?? task;
    const answered = answer({ language, instruction: `a ${title} function` });
    if (answered.kind !== 'program') throw new Error(answered.message);
    expect(answered.task).toBe(task);
    return buildProgram(language, answered.code);
  };

  describe.concurrent('prints its result', { timeout: 120_000 }, () => {
    it.each(known.filter((task) => !larger.includes(task)))('%s', async (task) => {
      await using program = await build(task);
      expect(await program.output()).toBe(wholeOutput(outputs[task] ?? ['no output is known for this task']));
    });
  });

  const forFiles = outputsForFiles.filter(({ task }) => known.includes(task));
  if (forFiles.length > 0) {
    describe.concurrent('reads the file named on the command line', { timeout: 120_000 }, () => {
      it.each(forFiles)('$task: $when', async ({ task, file, lines }) => {
        await using program = await build(task);
        expect(await program.output(await program.fileBeside('input.txt', file))).toBe(wholeOutput(lines));
      });
    });
  }

  runsLargerPrograms(known, build);
}
