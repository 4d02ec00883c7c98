import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../client/index.ts';
import { createCarelessModel } from '../support/fakes/careless-model.ts';
import type { TestHost } from '../support/hosts/test-host.ts';
import { startTestHost } from '../support/hosts/test-host.ts';
import { evaluate } from './evaluate-model.ts';
import type { Outcome } from './report.ts';
import { reportOf } from './report.ts';

const fenced = (code: string): string => `\`\`\`javascript\n${code}\`\`\`\n`;
const whole = 'const addUp = (a, b) => {\n  return Number(a) + Number(b);\n};\n';
const broken = whole.replace('Number(b);', 'Number(b;');
const wrong = whole.replace(' + ', ' - ');

/** Whole texts, in the order in which the model says them: a faulty answer is followed by what it makes of the faults. */
const answers = {
  right: [whole],
  wrong: [wrong],
  mended: [broken, whole],
  'mended-wrong': [broken, wrong],
  'not-mended': [broken, broken],
};

describe('the quality report of a model that breaks some of its answers', () => {
  const model = createCarelessModel(Object.values(answers).flat().map(fenced));
  const outcomes: Outcome[] = [];
  let host: TestHost;

  beforeAll(async () => {
    host = await startTestHost({ model }, { repair: false });
    const task = {
      instruction: 'Write a function {name} that adds.',
      names: ['add_up'],
      cases: [[[1, 2], 3]],
    } as const;
    await evaluate(
      Object.keys(answers).map((id) => ({ task: { ...task, id }, language: 'JAVASCRIPT' })),
      {
        client: createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } }),
        model: undefined,
        interpreters: { PYTHON: '', JAVASCRIPT: process.execPath },
        concurrency: 1,
        signal: new AbortController().signal,
        onOutcome: (outcome) => outcomes.push(outcome),
      },
    );
  }, 60_000);
  afterAll(() => host.close());

  it('has each faulty answer repaired, whatever the host was started with, and judges both answers', () => {
    const seen = outcomes.map(({ task, check, repaired, unrepairedVerdict, verdict }) => [
      task,
      check,
      repaired,
      unrepairedVerdict,
      verdict,
    ]);
    expect(seen).toEqual([
      ['right', 'PASSED', null, 'passed', 'passed'],
      ['wrong', 'PASSED', null, 'wrong', 'wrong'],
      ['mended', 'PASSED', true, 'unclean', 'passed'],
      ['mended-wrong', 'PASSED', true, 'unclean', 'wrong'],
      ['not-mended', 'FAULTY', false, 'unclean', 'unclean'],
    ]);
    expect(model.asked).toHaveLength(8);
  });

  it('tells how many passed the check, how many were repaired, and pass@1 without and with the repair', () => {
    const report = reportOf(host.model, outcomes);
    expect(report).toMatch(/ passed +faulty +neither +repaired +in vain +without +with\n/);
    expect(report).toMatch(/JAVASCRIPT +4 +1 +0 +2 +1 +20\.0 % +40\.0 %\n/);
    expect(report).toMatch(/together +4 +1 +0 +2 +1 +20\.0 % +40\.0 %\n/);
    expect(report).toMatch(/PYTHON +0 +0 +0 +0 +0 +- +-\n/);
    expect(report).toContain('80 read, 160 written');
  });
});
