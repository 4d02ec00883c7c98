import { describe, expect, it } from 'vitest';
import { generateSnippet } from '../../../functions/generate-snippet/attempt.ts';
import { ApiRefusal, GenerationFailure } from '../../../functions/generation-failure.ts';
import type { FakeWorkerOptions } from '../../support/fakes/fake-worker.ts';
import { answering, claimedTask, createFakeWorker, usage } from '../../support/fakes/fake-worker.ts';

const { objectKey } = claimedTask;
const broken = new GenerationFailure('MODEL_ACCESS_DENIED', {
  reason: 'The role may not call it.',
  modelMessage: 'Words.',
});

async function run(options: FakeWorkerOptions = {}) {
  const worker = createFakeWorker(options);
  const outcome = await generateSnippet('a', worker.dependencies).catch((error: unknown) => error);
  return { ...worker, outcome };
}

describe('an attempt at a snippet', () => {
  it('claims it, sends its code, stores it, and tells what came of it', async () => {
    const { calls, of, files, stored, prepared, outcome } = await run({ answers: [answering('print("é")\n')] });
    expect(outcome).toBeUndefined();
    expect(calls[0]).toEqual({ field: 'startSnippet', variables: { id: 'a', attempt: 'attempt' } });
    expect(of('appendCode')).toEqual([
      { id: 'a', attempt: 'attempt', sequence: 1, offset: 0, part: 'print("é")\n' },
      { id: 'a', attempt: 'attempt', sequence: 1, offset: null, part: null },
      { id: 'a', attempt: 'attempt', sequence: 0 },
    ]);
    expect(of('completeSnippet')).toEqual([
      {
        ...{ id: 'a', attempt: 'attempt', sequence: 1, model: 'a-model', truncated: false, modelCalls: 1, usage },
        ...{ spent: usage, check: { state: 'PASSED', faults: [], repaired: null } },
        codeBytes: Buffer.byteLength('print("é")\n'),
      },
    ]);
    expect([...files]).toEqual([[objectKey, 'print("é")\n']]);
    expect(stored).toEqual([
      { objectKey, code: 'print("é")\n', id: 'a', language: 'PYTHON', model: 'a-model', check: 'PASSED' },
    ]);
    expect(prepared).toEqual(['PYTHON']);
    expect(calls.map(({ field }) => field)).not.toContain('reportTokens');
  });

  it('goes on counting where an earlier attempt ended', async () => {
    const { of } = await run({ task: { sequence: 7 } });
    expect(of('completeSnippet')).toMatchObject([{ sequence: 8 }]);
  });

  it.each([
    ['HELD', 'Another attempt holds the snippet a.', []],
    ['GONE', undefined, []],
    ['ENDED', undefined, [{ field: 'appendCode', variables: { id: 'a', attempt: 'attempt', sequence: 0 } }]],
    ['EXHAUSTED', undefined, [{ field: 'failSnippet', variables: { id: 'a', code: 'WORKER_FAILED' } }]],
  ])('whose claim is %s asks no model', async (claim, message, further) => {
    const { calls, asked, outcome } = await run({ task: { claim } });
    expect(outcome instanceof Error ? outcome.message : outcome).toBe(message);
    expect([calls.slice(1), asked]).toEqual([further, []]);
  });

  it.each(['language', 'instruction', 'model', 'options', 'objectKey'])(
    'whose claim comes without %s is delivered again',
    async (field) => {
      const { calls, outcome } = await run({ task: { [field]: null } });
      expect(outcome).toMatchObject({ message: 'The claim of the snippet a came without its task.' });
      expect(calls).toHaveLength(1);
    },
  );

  it('at a child whose parent is gone fails, and at one with its parent asks with the code of it', async () => {
    const { of } = await run({ task: { parentId: 'p', parentCode: null } });
    expect(of('failSnippet')).toMatchObject([{ id: 'a', attempt: 'attempt', code: 'PARENT_DELETED' }]);
    const { asked } = await run({ task: { parentId: 'p', parentCode: '' } });
    expect(asked).toMatchObject([{ parentCode: '' }]);
  });

  it('announces an end that is gone without a word, and no other', async () => {
    const ended = { task: { claim: 'ENDED' } };
    const gone = new ApiRefusal('NotFound', 'gone');
    expect((await run({ ...ended, api: (f) => (f === 'appendCode' ? gone : undefined) })).outcome).toBeUndefined();
    const other = new ApiRefusal('Conflict', 'no');
    expect((await run({ ...ended, api: (f) => (f === 'appendCode' ? other : undefined) })).outcome).toBe(other);
  });
});

describe('an attempt that fails', () => {
  it('says why, with what it cost, and the cause only where that may be told', async () => {
    const told = { id: 'a', attempt: 'attempt', code: 'MODEL_ACCESS_DENIED', modelMessage: 'Words.' };
    const spent = { inputTokens: 0, outputTokens: 0 };
    const quiet = await run({ answers: [broken] });
    expect(quiet.of('failSnippet')).toEqual([{ ...told, cause: null, spent }]);
    const telling = await run({ answers: [broken], overrides: { tellsCauses: true } });
    expect(telling.of('failSnippet')).toEqual([{ ...told, cause: 'the role may not call it.', spent }]);
    expect([telling.outcome, telling.of('reportTokens'), telling.files.size]).toEqual([undefined, [], 0]);
  });

  it.each([
    ['AWS is away.', 'AWS is away.'],
    ['Bedrock answered 503.', 'bedrock answered 503.'],
    ['no capital', 'no capital'],
  ])('tells the cause %j as %j', async (reason, cause) => {
    const failure = new GenerationFailure('MODEL_ACCESS_DENIED', { reason });
    const { of } = await run({ answers: [failure], overrides: { tellsCauses: true } });
    expect(of('failSnippet')).toMatchObject([{ cause }]);
  });

  it("tells the model's own words as the cause where there is no other", async () => {
    const prose = [
      { kind: 'text', text: 'I would rather not.' },
      { kind: 'end', stopReason: 'end_turn', usage },
    ] as const;
    const { of } = await run({ answers: [prose], overrides: { tellsCauses: true } });
    const words = 'I would rather not.';
    expect(of('failSnippet')).toMatchObject([
      { code: 'MODEL_RETURNED_NO_CODE', modelMessage: words, cause: words, spent: usage },
    ]);
  });

  it('sends what was held before it says so, and nothing after', async () => {
    const half = { kind: 'text', text: '```python\na = 1\nb = 2\n' } as const;
    const answers = [[half], [half]];
    const { calls } = await run({ answers });
    const fields = calls.map(({ field }) => field);
    expect(fields.lastIndexOf('appendCode')).toBeGreaterThan(0);
    expect(fields.at(-1)).toBe('failSnippet');
    const shown = calls.filter(({ field }) => field === 'appendCode').map(({ variables }) => variables['part']);
    expect(shown.join('')).toContain('b = 2');
  });

  it('although the snippet ended otherwise tells what it cost all the same', async () => {
    const { of, outcome } = await run({
      answers: [broken],
      api: (field) => (field === 'failSnippet' ? { status: 'CANCELLED' } : undefined),
    });
    expect(of('reportTokens')).toEqual([{ id: 'a', attempt: 'attempt', spent: { inputTokens: 0, outputTokens: 0 } }]);
    expect(outcome).toBeUndefined();
  });

  it.each([
    ['gone', new ApiRefusal('NotFound', 'no'), true, 1],
    ['held by another attempt', new ApiRefusal('AttemptLost', 'no'), false, 1],
    ['refused otherwise', new ApiRefusal('Conflict', 'no'), false, 0],
    ['not reached', new Error('503'), false, 0],
  ])('at a snippet that is %s', async (_how, fault, isOver, reports) => {
    const api = (field: string) => (field === 'failSnippet' ? fault : undefined);
    const { of, outcome } = await run({ answers: [broken], api });
    expect([outcome, of('reportTokens').length]).toEqual([isOver ? undefined : fault, reports]);
  });

  it('for a reason that nobody expected is delivered again, and fails nothing', async () => {
    const fault = new TypeError('x is not a function');
    const { of, outcome } = await run({ answers: [fault] });
    expect([outcome, of('failSnippet')]).toEqual([fault, []]);
  });
});

describe('an attempt whose snippet ends meanwhile', () => {
  it.each(['CANCELLED', 'FAILED', 'COMPLETED'])('(%s) stores nothing, and tells what it cost', async (status) => {
    const { of, files, outcome } = await run({
      api: (field) => (field === 'appendCode' ? { status } : undefined),
    });
    expect([files.size, of('completeSnippet'), of('failSnippet'), outcome]).toEqual([0, [], [], undefined]);
    expect(of('reportTokens')).toEqual([{ id: 'a', attempt: 'attempt', spent: usage }]);
  });

  it('because another one took it over is delivered again', async () => {
    const lost = new ApiRefusal('AttemptLost', 'Another attempt holds the snippet a.');
    const { of, files, outcome } = await run({ api: (field) => (field === 'appendCode' ? lost : undefined) });
    expect([outcome, files.size, of('failSnippet'), of('reportTokens').length]).toEqual([lost, 0, [], 1]);
  });
});

describe('the file of a snippet whose completion is refused', () => {
  const refusing = (fault: Error) => (field: string) => (field === 'completeSnippet' ? fault : undefined);

  it.each(['NotFound', 'InvalidInput', 'Conflict', 'UnauthorizedException'])(
    'for good (%s) is removed',
    async (type) => {
      const { files, of } = await run({ api: refusing(new ApiRefusal(type, 'no')) });
      expect([files.size, of('appendCode').filter(({ sequence }) => sequence === 0)]).toEqual([0, []]);
    },
  );

  it('because another attempt holds it stays, as that one writes the same file; and the event is delivered again', async () => {
    const lost = new ApiRefusal('AttemptLost', 'Another attempt holds the snippet a.');
    const { files, outcome } = await run({ api: refusing(lost) });
    expect([[...files.keys()], outcome]).toEqual([[objectKey], lost]);
  });

  it('by an API that does not answer stays, as nobody knows what became of it', async () => {
    const fault = new Error('The API answered 503.');
    const { files, outcome } = await run({ api: refusing(fault) });
    expect([[...files.keys()], outcome]).toEqual([[objectKey], fault]);
  });

  it('because it was cancelled is removed, what it cost is told, and the end is announced', async () => {
    const { files, of } = await run({
      api: (field) => (field === 'completeSnippet' ? { status: 'CANCELLED' } : undefined),
    });
    expect([files.size, of('reportTokens')]).toEqual([0, [{ id: 'a', attempt: 'attempt', spent: usage }]]);
    expect(of('appendCode').at(-1)).toEqual({ id: 'a', attempt: 'attempt', sequence: 0 });
  });

  it('that could not be stored fails as such, and is said to the log without the code', async () => {
    const failure = new GenerationFailure('STORAGE_FAILED');
    const { of, failed } = await run({
      put: () => {
        throw failure;
      },
    });
    expect(of('failSnippet')).toMatchObject([{ code: 'STORAGE_FAILED', spent: usage }]);
    expect(failed).toEqual([{ snippetId: 'a', called: 'storage', model: 'a-model', failure, texts: ['a = 1\n'] }]);
    expect(of('completeSnippet')).toEqual([]);
  });
});
