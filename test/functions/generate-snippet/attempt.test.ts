import { describe, expect, it } from 'vitest';
import { generateSnippet } from '../../../functions/generate-snippet/attempt.ts';
import type { WorkerDependencies } from '../../../functions/generate-snippet/worker-dependencies.ts';
import { ApiRefusal } from '../../../functions/generation-failure.ts';
import type { SnippetApi } from '../../../functions/snippet-api.ts';

const task = {
  claim: 'CLAIMED',
  sequence: 0,
  language: 'PYTHON',
  instruction: 'add two numbers',
  model: 'a-model',
  options: {},
  objectKey: 'code-output/2026-11-23/add.py',
  createdAt: '2026-11-23T01:45:01.000Z',
};

/** A worker whose `completeSnippet` meets the fault; `files` are those that it leaves. */
async function endWith(fault: Error): Promise<{ files: string[]; outcome: unknown; completion: unknown }> {
  let completion: unknown;
  const files = new Set<string>();
  const answers: Record<string, unknown> = {
    startSnippet: task,
    appendCode: { id: 'a', status: 'GENERATING' },
  };
  const call = async (field: string, variables: unknown): Promise<unknown> => {
    if (field === 'completeSnippet') {
      completion = variables;
      throw fault;
    }
    return answers[field] ?? { status: 'GENERATING' };
  };
  const dependencies: WorkerDependencies = {
    api: { call: call as SnippetApi['call'] },
    bucket: {
      put: async ({ objectKey }) => void files.add(objectKey),
      remove: async (objectKey) => void files.delete(objectKey),
    },
    model: {
      async *answer() {
        yield { kind: 'text', text: '```python\nprint("é")\n```\n' };
        yield { kind: 'end', stopReason: 'end_turn', usage: null };
      },
    },
    fallbacks: [],
    pauseMs: 1,
    deadline: new AbortController().signal,
    wait: async () => undefined,
    chance: () => 0,
    log: { failedCall: () => undefined, note: () => undefined },
    tellsCauses: false,
    check: { prepare: async () => undefined, check: async () => ({ state: 'PASSED', faults: [] }) },
    repairs: false,
    timeLeft: () => 60_000,
    pace: { partIntervalMs: 1, partBytes: 100, renewAfterMs: 60_000 },
    newId: () => 'attempt',
  };
  const outcome = await generateSnippet('a', dependencies).catch((error: unknown) => error);
  return { files: [...files], outcome, completion };
}

describe('the file of a snippet whose completion is refused', () => {
  it.each(['NotFound', 'InvalidInput', 'Conflict', 'UnauthorizedException'])(
    'for good (%s) is removed',
    async (type) => {
      const { files } = await endWith(new ApiRefusal(type, 'no'));
      expect(files).toEqual([]);
    },
  );

  it('because another attempt holds it stays, as that one writes the same file; and the event is delivered again', async () => {
    const { files, outcome } = await endWith(new ApiRefusal('AttemptLost', 'Another attempt holds the snippet a.'));
    expect(files).toEqual([task.objectKey]);
    expect(outcome).toMatchObject({ errorType: 'AttemptLost' });
  });

  it('by an API that does not answer stays, as nobody knows what became of it', async () => {
    const { files, outcome } = await endWith(new Error('The API answered 503.'));
    expect(files).toEqual([task.objectKey]);
    expect(outcome).toMatchObject({ message: 'The API answered 503.' });
  });
});

it('tells with the completion how large the code is in UTF-8', async () => {
  const { completion } = await endWith(new ApiRefusal('NotFound', 'gone'));
  expect(completion).toMatchObject({ codeBytes: Buffer.byteLength('print("é")\n') });
});
