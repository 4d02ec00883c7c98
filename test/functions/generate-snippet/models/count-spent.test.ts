import { describe, expect, it } from 'vitest';
import { countSpent } from '../../../../functions/generate-snippet/models/count-spent.ts';
import type { CodeModel, CodeRequest, ModelEvent } from '../../../../functions/generate-snippet/models/code-model.ts';

const request: CodeRequest = {
  ...{ id: 'x', language: 'PYTHON', instruction: 'i'.repeat(30), parentCode: 'p'.repeat(60), model: 'm' },
  ...{ options: {}, continuing: null },
};
const text = (length: number): ModelEvent => ({ kind: 'text', text: 'x'.repeat(length) });
const end = (usage: { inputTokens: number; outputTokens: number } | null): ModelEvent => ({
  ...{ kind: 'end', stopReason: 'end_turn', usage },
});

/** A model that says this, and then fails or not. */
function saying(events: ModelEvent[], failure?: Error): CodeModel {
  return {
    async *answer() {
      yield* events;
      if (failure) throw failure;
    },
  };
}

async function heard(model: CodeModel, most = Infinity): Promise<void> {
  let events = 0;
  for await (const _event of model.answer(request, new AbortController().signal)) if (++events >= most) return;
}

describe('what an attempt spends', () => {
  it('is what the models counted, over all answers', async () => {
    const model = countSpent(saying([text(5), end({ inputTokens: 10, outputTokens: 20 })]));
    await heard(model);
    await heard(model);
    expect(model.spent).toEqual({ inputTokens: 20, outputTokens: 40 });
  });

  it.each([
    ['broke off', () => heard(countedOf(saying([text(31)], new Error('cut')))).catch(() => undefined)],
    ['was stopped', () => heard(countedOf(saying([text(31), text(99)])), 1)],
    ['ended without a count', () => heard(countedOf(saying([text(31), end(null)])))],
  ])('is estimated of an answer that %s', async (_what, hear) => {
    await hear();
    expect(counted?.spent).toEqual({ inputTokens: 330, outputTokens: 11 });
  });

  it('is nothing of an answer that never began', async () => {
    const model = countSpent(saying([], new Error('throttled')));
    await expect(heard(model)).rejects.toThrow('throttled');
    expect(model.spent).toEqual({ inputTokens: 0, outputTokens: 0 });
  });

  let counted: ReturnType<typeof countSpent> | undefined;
  const countedOf = (model: CodeModel) => (counted = countSpent(model));
});
