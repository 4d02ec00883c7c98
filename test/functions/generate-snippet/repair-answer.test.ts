import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../functions/check-syntax/syntax-check.ts';
import { NOT_CHECKED } from '../../../functions/check-syntax/syntax-check.ts';
import { generateSnippet } from '../../../functions/generate-snippet/attempt.ts';
import type { ModelEvent } from '../../../functions/generate-snippet/models/code-model.ts';
import { isBetter, isToBeRepaired } from '../../../functions/generate-snippet/repair-answer.ts';
import { ApiRefusal, GenerationFailure } from '../../../functions/generation-failure.ts';
import type { FakeWorkerOptions } from '../../support/fakes/fake-worker.ts';
import { answering, claimedTask, createFakeWorker, PASSED, usage } from '../../support/fakes/fake-worker.ts';

const { objectKey } = claimedTask;
const [broken, whole] = ['print((1)\n', 'print(1)\n'];
const fault = { line: 1, column: 6, message: 'The "(" is not closed.' };
const FAULTY: Finding = { state: 'FAULTY', faults: [fault] };
const both = { inputTokens: 20, outputTokens: 40 };
const ids = { id: 'a', attempt: 'attempt' };

/** A worker that repairs, whose check finds the open bracket. */
async function repair(options: FakeWorkerOptions = {}) {
  const worker = createFakeWorker({
    answers: [answering(broken), answering(whole)],
    check: (code) => (code.includes('((') ? FAULTY : PASSED),
    ...options,
    overrides: { repairs: true, ...options.overrides },
  });
  const outcome = await generateSnippet('a', worker.dependencies).catch((error: unknown) => error);
  return { ...worker, outcome };
}

describe('a repair', () => {
  it('stores and keeps the first answer, then shows the second from its beginning, and stores it', async () => {
    const { calls, of, stored, files, asked } = await repair();
    expect(stored).toMatchObject([
      { code: broken, check: 'FAULTY' },
      { code: whole, check: 'PASSED' },
    ]);
    expect([...files]).toEqual([[objectKey, whole]]);
    expect(of('keepAnswer')).toEqual([
      { ...ids, sequence: 1, model: 'a-model', usage, modelCalls: 1, check: { ...FAULTY, repaired: null } },
    ]);
    expect(of('appendCode').filter(({ part }) => part)).toMatchObject([
      { sequence: 1, offset: 0, part: broken },
      { sequence: 2, offset: 0, part: whole },
    ]);
    expect(of('completeSnippet')).toMatchObject([
      {
        ...{ sequence: 2, usage: both, spent: both, modelCalls: 2, truncated: false, model: 'a-model' },
        ...{ check: { ...PASSED, repaired: true }, codeBytes: whole.length },
      },
    ]);
    const fields = calls.map(({ field }) => field);
    expect(fields.indexOf('keepAnswer')).toBeLessThan(fields.indexOf('completeSnippet'));
    expect(asked[1]).toMatchObject({ model: 'a-model', parentCode: broken, options: {}, continuing: null });
    expect(asked[1]?.instruction.split('\n')).toEqual([
      'The code is not well-formed Python. A parser found these faults:',
      `Line 1, column 6: ${fault.message}`,
      'Correct them and change nothing else.',
    ]);
  });

  const cut: ModelEvent[] = [
    { kind: 'text', text: '```python\nx = 1\n' },
    { kind: 'end', stopReason: 'max_tokens', usage },
  ];
  it.each([
    ['has as many faults', answering('print((2)\n')],
    ['was cut', cut],
  ])('keeps the first answer when the second %s', async (_what, second) => {
    const { of, files, stored } = await repair({ answers: [answering(broken), second] });
    expect([[...files.values()], stored.length]).toEqual([[broken], 1]);
    expect(of('completeSnippet')).toMatchObject([
      { usage: both, modelCalls: 2, check: { ...FAULTY, repaired: false } },
    ]);
  });

  it('keeps the first answer when the second fails, and says to the log why', async () => {
    const failure = new GenerationFailure('MODEL_THROTTLED');
    const { of, failed, asked } = await repair({
      task: { parentId: 'p', parentCode: 'parent' },
      answers: [answering(broken), failure],
    });
    expect(of('completeSnippet')).toMatchObject([{ usage, modelCalls: 2, check: { ...FAULTY, repaired: false } }]);
    const texts = ['add two numbers', 'parent', broken, ''];
    expect(failed).toEqual([{ snippetId: 'a', called: 'model', model: 'a-model', failure, texts }]);
    expect(asked).toHaveLength(2);
  });

  it('that breaks off for another reason is delivered again, with the first answer stored', async () => {
    const reason = new TypeError('x');
    const { of, files, outcome } = await repair({ answers: [answering(broken), reason] });
    expect([outcome, of('completeSnippet'), [...files.values()]]).toEqual([reason, [], [broken]]);
  });

  it('of which the second file cannot be stored is delivered again, not failed', async () => {
    const { of, outcome } = await repair({
      put: (times) => {
        if (times === 2) throw new GenerationFailure('STORAGE_FAILED');
      },
    });
    expect(outcome).toMatchObject({ message: 'The repaired code could not be stored.' });
    expect([of('failSnippet'), of('completeSnippet')]).toEqual([[], []]);
  });

  it.each(['CANCELLED', 'FAILED'])(
    'of a snippet that was %s meanwhile asks no more, and leaves no file',
    async (status) => {
      const { asked, files, of, outcome } = await repair({
        api: (field) => (field === 'keepAnswer' ? { status } : undefined),
      });
      expect([asked.length, files.size, of('completeSnippet'), outcome]).toEqual([1, 0, [], undefined]);
    },
  );

  it('of a snippet that another attempt completed meanwhile leaves its file', async () => {
    const { files } = await repair({ api: (field) => (field === 'keepAnswer' ? { status: 'COMPLETED' } : undefined) });
    expect([...files.values()]).toEqual([broken]);
  });

  it('of a snippet that was deleted meanwhile leaves no file; of one that another attempt holds it stays', async () => {
    const refusing = (type: string) => (field: string) =>
      field === 'keepAnswer' ? new ApiRefusal(type, 'no') : undefined;
    expect((await repair({ api: refusing('NotFound') })).files.size).toBe(0);
    expect((await repair({ api: refusing('AttemptLost') })).files.size).toBe(1);
  });
});

describe('an answer that an earlier attempt kept', () => {
  const kept = { model: 'kept-model', usage, modelCalls: 1, check: { ...FAULTY, repaired: null } };

  it.each([
    ['the first one', broken, { ...FAULTY, repaired: false }, 1],
    ['the repaired one', whole, { ...PASSED, repaired: true }, 2],
  ])('ends the snippet with %s, and nothing is asked', async (_which, code, check, modelCalls) => {
    const { of, asked, stored } = await repair({ task: { sequence: 3, kept: { ...kept, code } } });
    expect(asked).toEqual([]);
    expect(stored).toMatchObject([{ code, model: 'kept-model', check: check.state }]);
    expect(of('completeSnippet')).toMatchObject([
      { sequence: 3, usage, modelCalls, check, model: 'kept-model', truncated: false, codeBytes: code.length },
    ]);
  });

  it('keeps what was found of it when it cannot be checked now, and an usage that nobody knows', async () => {
    const { of } = await repair({
      task: { kept: { ...kept, usage: undefined, code: broken } },
      check: () => NOT_CHECKED,
    });
    expect(of('completeSnippet')).toMatchObject([
      { usage: null, modelCalls: 1, check: { ...FAULTY, repaired: false } },
    ]);
  });
});

describe('whether an answer is to be repaired', () => {
  const request = { ...claimedTask, id: 'a', language: 'PYTHON', parentCode: null, continuing: null } as const;
  const answer = { model: 'a-model', truncated: false, usage, modelCalls: 1 };
  const ask = (change: object = {}, options = {}, { repairs = true, left = 1_001 } = {}): boolean =>
    isToBeRepaired(
      { answer: { ...answer, ...change }, check: 'check' in change ? (change.check as Finding) : FAULTY },
      1_000,
      { ...request, options },
      { repairs, timeLeft: () => left },
    );

  it.each([
    ['faulty and whole', ask(), true],
    ['right', ask({ check: PASSED }), false],
    ['not checked', ask({ check: NOT_CHECKED }), false],
    ['truncated', ask({ truncated: true }), false],
    ['of a deployment that does not', ask({}, {}, { repairs: false }), false],
    ['of a caller who wants it all the same', ask({}, { repair: true }, { repairs: false }), true],
    ['of a caller who does not', ask({}, { repair: false }), false],
    ['of a caller who says null', ask({}, { repair: null }), true],
    ['as late as it took to write', ask({}, {}, { left: 1_000 }), false],
    ['within half of its tokens', ask({}, { maxTokens: 40 }), true],
    ['in more than half of its tokens', ask({}, { maxTokens: 39 }), false],
    ['of which nobody knows the tokens, with a limit', ask({ usage: null }, { maxTokens: 4_000 }), false],
    ['of which nobody knows the tokens, without one', ask({ usage: null }), true],
  ])('an answer that is %s: %s', (_which, said, expected) => {
    expect(said).toBe(expected);
  });

  it('gives the second call the tokens that the first one left', async () => {
    const { asked } = await repair({ task: { options: { maxTokens: 45, temperature: 0.5 } } });
    expect(asked[1]?.options).toEqual({ maxTokens: 25, temperature: 0.5 });
  });
});

it.each<[Finding, Finding, boolean]>([
  [PASSED, FAULTY, true],
  [FAULTY, FAULTY, false],
  [NOT_CHECKED, FAULTY, false],
  [FAULTY, { state: 'FAULTY', faults: [fault, fault] }, true],
])('%j is better than %j: %s', (second, first, expected) => {
  expect(isBetter(second, first)).toBe(expected);
});
