import { describe, expect, it } from 'vitest';
import { createHeldCode } from '../../../../functions/generate-snippet/held-code.ts';
import { askModels } from '../../../../functions/generate-snippet/models/ask-models.ts';
import type { CodeModel, CodeRequest } from '../../../../functions/generate-snippet/models/code-model.ts';
import { withTimeLimits } from '../../../../functions/generate-snippet/models/time-limits.ts';

const request: CodeRequest = {
  ...{ id: 'id', language: 'PYTHON', instruction: 'x', parentCode: null, model: 'm', options: {}, continuing: null },
};

/** Says these texts, then is silent until it is stopped. The deadline comes when it has said all of them. */
function slowModel(...texts: string[]): { model: CodeModel; calls: () => number } {
  const deadline = new AbortController();
  let calls = 0;
  const model: CodeModel = {
    async *answer(_request, signal) {
      calls += 1;
      for (const text of texts) yield { kind: 'text', text };
      setImmediate(() => deadline.abort());
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    },
  };
  return { model: withTimeLimits(model, { idleMs: 60_000, deadline: deadline.signal }), calls: () => calls };
}

async function ask({ model }: { model: CodeModel }, asked: CodeRequest = request, fallbacks: string[] = []) {
  const { signal } = new AbortController();
  const held = createHeldCode(() => undefined);
  const log = { failedCall: () => undefined, note: () => undefined };
  const times = { deadline: signal, pauseMs: 1, wait: async () => undefined, chance: () => 0 };
  const answer = await askModels(asked, { model, fallbacks, held, signal, ...times, log });
  return { ...answer, code: held.code };
}

describe("the worker's deadline", () => {
  it('keeps what a model has written that still writes, and says that there would have been more', async () => {
    const slow = slowModel('Sure:\n```python\na = 1\n', 'b = ');
    const answer = await ask(slow);
    expect(answer).toMatchObject({ code: 'a = 1\nb = ', truncated: true, usage: null, modelCalls: 1 });
    expect(slow.calls(), 'no continuation is asked for, there is no time for it').toBe(1);
  });

  it('keeps it too where the caller set the limit of tokens', async () => {
    const answer = await ask(slowModel('```python\na = 1\n'), { ...request, options: { maxTokens: 128_000 } });
    expect(answer).toMatchObject({ code: 'a = 1\n', truncated: true });
  });

  it('is MODEL_TIMED_OUT when there is no code yet, and asks no other model', async () => {
    for (const said of [[], ['Sure, here it comes:\n']]) {
      const slow = slowModel(...said);
      await expect(ask(slow, request, ['other'])).rejects.toMatchObject({ code: 'MODEL_TIMED_OUT' });
      expect(slow.calls()).toBe(1);
    }
  });

  it('keeps the first answer and what came of its continuation', async () => {
    const deadline = new AbortController();
    const model: CodeModel = {
      async *answer({ continuing }, signal) {
        yield { kind: 'text', text: continuing === null ? '```python\nfirst = 1\n' : '```python\nsecond = 2\n' };
        if (continuing === null) return yield { kind: 'end', stopReason: 'max_tokens', usage: null };
        setImmediate(() => deadline.abort());
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      },
    };
    const answer = await ask({ model: withTimeLimits(model, { idleMs: 60_000, deadline: deadline.signal }) });
    expect(answer).toMatchObject({ code: 'first = 1\nsecond = 2\n', truncated: true, modelCalls: 2 });
  });
});

describe('a model that falls silent behind its first text', () => {
  it('is asked once more, then it is MODEL_TIMED_OUT', async () => {
    let calls = 0;
    const silent: CodeModel = {
      async *answer(_request, signal) {
        calls += 1;
        yield { kind: 'text', text: 'Sure: ' };
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      },
    };
    const { signal: deadline } = new AbortController();
    const model = withTimeLimits(silent, { idleMs: 20, deadline });
    await expect(ask({ model })).rejects.toMatchObject({ code: 'MODEL_TIMED_OUT' });
    expect(calls).toBe(2);
  });
});
