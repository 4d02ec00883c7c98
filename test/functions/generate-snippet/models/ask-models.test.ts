import { describe, expect, it } from 'vitest';
import type { HeldCode } from '../../../../functions/generate-snippet/held-code.ts';
import { createHeldCode } from '../../../../functions/generate-snippet/held-code.ts';
import { askModels } from '../../../../functions/generate-snippet/models/ask-models.ts';
import type { CodeModel, CodeRequest, ModelEvent } from '../../../../functions/generate-snippet/models/code-model.ts';
import { GenerationFailure } from '../../../../functions/generation-failure.ts';
import type { FailedCall, ModelNote } from '../../../../functions/work-log.ts';
import { work } from '../../../../schema/limits/worker-times.ts';

const request: CodeRequest = {
  ...{ id: 'id', language: 'PYTHON', instruction: 'count to two', parentCode: null, model: 'first', options: {} },
  continuing: null,
};
const usage = { inputTokens: 10, outputTokens: 3 };
const text = (said: string): ModelEvent => ({ kind: 'text', text: said });
const end = (stopReason: string, counted: typeof usage | null = usage): ModelEvent => ({
  ...{ kind: 'end', stopReason, usage: counted },
});
const good = [text('```python\na = 1\n```\n'), end('end_turn')];
const cut = [text('```python\na = 1\n'), end('max_tokens')];
const busy = (retryAfterMs = 0): GenerationFailure =>
  new GenerationFailure('MODEL_THROTTLED', { mostCalls: Infinity, retryAfterMs });
const broken = (mostCalls = 2): GenerationFailure => new GenerationFailure('MODEL_STREAM_INTERRUPTED', { mostCalls });

/** What a model does when it is asked: it says these events, and fails with a failure. */
type Answer = readonly (ModelEvent | GenerationFailure)[];

interface Circumstances {
  readonly asked?: CodeRequest;
  readonly fallbacks?: readonly string[];
  readonly chance?: number;
  /** Called before the pause of this number, from 0. */
  readonly atPause?: (index: number, stop: AbortController, deadline: AbortController) => void;
}

/** Asks models that answer in this order, whichever of them is asked, on a clock of its own. */
async function askFor(answers: readonly Answer[], circumstances: Circumstances = {}) {
  const { asked = request, fallbacks = [], chance = 0.5, atPause = () => undefined } = circumstances;
  const calls: CodeRequest[] = [];
  const pauses: number[] = [];
  const failed: FailedCall[] = [];
  const notes: ModelNote[] = [];
  const [stop, deadline] = [new AbortController(), new AbortController()];
  const model: CodeModel = {
    async *answer(call) {
      calls.push(call);
      for (const event of answers[calls.length - 1] ?? []) {
        if (event instanceof GenerationFailure) throw event;
        yield event;
      }
    },
  };
  const held: HeldCode = createHeldCode(() => undefined);
  const answer = askModels(asked, {
    ...{ model, fallbacks, held, signal: stop.signal, deadline: deadline.signal, pauseMs: 1_000, chance: () => chance },
    wait: async (ms, signal) => {
      atPause(pauses.length, stop, deadline);
      pauses.push(ms);
      signal.throwIfAborted();
    },
    log: { failedCall: (call) => void failed.push(call), note: (note) => void notes.push(note) },
  });
  const outcome = await answer.catch((error: unknown) => error);
  return { outcome, held, pauses, failed, notes, models: calls.map(({ model: id }) => id), calls };
}

describe('an answer', () => {
  it('is held, and says which model gave it, how often one was asked and what it cost', async () => {
    const { outcome, held, notes } = await askFor([good]);
    expect(outcome).toEqual({ model: 'first', truncated: false, usage, modelCalls: 1 });
    expect(held.code).toBe('a = 1\n');
    expect(notes).toEqual([]);
  });

  it('that ends with an unknown word is believed when its block is whole, and the word is noted', async () => {
    const { outcome, notes } = await askFor([[text('```python\na = 1\n```\n'), end('ran_dry')]]);
    expect(outcome).toMatchObject({ truncated: false });
    expect(notes).toEqual([
      expect.objectContaining({ snippetId: 'id', model: 'first', sentence: 'The reason is "ran_dry".' }),
    ]);
  });
});

describe('a model that fails', () => {
  it('is asked as often as its failure allows, and each failed call is in the log', async () => {
    const { outcome, models, failed } = await askFor([[broken(3)], [broken(3)], [broken(3)], good]);
    expect(outcome).toMatchObject({ code: 'MODEL_STREAM_INTERRUPTED' });
    expect(models).toHaveLength(3);
    expect(failed.map(({ snippetId, called, model }) => [snippetId, called, model])).toEqual(
      Array.from({ length: 3 }, () => ['id', 'model', 'first']),
    );
  });

  it('is not asked again when that cannot help, nor is another', async () => {
    const { outcome, models } = await askFor([[new GenerationFailure('MODEL_ACCESS_DENIED')], good], {
      fallbacks: ['second'],
    });
    expect(outcome).toMatchObject({ code: 'MODEL_ACCESS_DENIED' });
    expect(models).toEqual(['first']);
  });

  it('is given up for the next one of the list, which is never the same one again', async () => {
    const { outcome, models } = await askFor([[broken()], [broken()], [broken()], [broken()], good], {
      fallbacks: ['first', 'second', 'third'],
    });
    expect(models).toEqual(['first', 'first', 'second', 'second', 'third']);
    expect(outcome).toMatchObject({ model: 'third', modelCalls: 5 });
  });

  it('fails the snippet with what the last model of the list said', async () => {
    const { outcome } = await askFor([[broken(1)], [new GenerationFailure('MODEL_UNAVAILABLE')]], {
      fallbacks: ['second'],
    });
    expect(outcome).toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });

  it('shows the log no texts of the caller, but hands them over so that it can keep them out', async () => {
    const { failed } = await askFor([[text('```python\nb = 2\n'), broken(1)]], {
      asked: { ...request, parentCode: 'a = 1' },
    });
    expect(failed[0]?.texts).toEqual(['count to two', 'a = 1', 'b = 2\n']);
  });

  it('passes on what is no failure of a model, as that is a fault of ours', async () => {
    const fault = new TypeError('undefined is not a function');
    const model: CodeModel = {
      answer() {
        throw fault;
      },
    };
    const { signal } = new AbortController();
    const options = { model, fallbacks: ['second'], held: createHeldCode(() => undefined), signal, deadline: signal };
    const times = { pauseMs: 1, wait: async () => undefined, chance: () => 0 };
    const log = { failedCall: () => undefined, note: () => undefined };
    await expect(askModels(request, { ...options, ...times, log })).rejects.toBe(fault);
  });
});

describe('code of an answer that broke off', () => {
  const half = [text('```python\na = '), broken(5)];

  it('is dropped for one new answer from scratch', async () => {
    const { outcome, held } = await askFor([half, good]);
    expect(outcome).toMatchObject({ modelCalls: 2, truncated: false });
    expect(held.code).toBe('a = 1\n');
    expect(held.beginnings).toBe(2);
  });

  it('stays when the new answer breaks off too, and no other model is asked', async () => {
    const { outcome, held, models } = await askFor([half, half, good], { fallbacks: ['second'] });
    expect(outcome).toMatchObject({ code: 'MODEL_STREAM_INTERRUPTED' });
    expect(models).toEqual(['first', 'first']);
    expect(held.code).toBe('a = ');
  });

  it('does not use up the calls that bring none', async () => {
    const { outcome, models } = await askFor([half, [broken(5)], [broken(5)], good]);
    expect(outcome).toMatchObject({ model: 'first' });
    expect(models).toHaveLength(4);
  });
});

describe('a busy model', () => {
  it('that is the last of the list is asked for as long as there is time', async () => {
    const { outcome, models } = await askFor([...Array.from({ length: 20 }, () => [busy()]), good]);
    expect(outcome).toMatchObject({ modelCalls: 21 });
    expect(models).toHaveLength(21);
  });

  it('is given up after three calls when there is another', async () => {
    const { models } = await askFor([[busy()], [busy()], [busy()], good], { fallbacks: ['second'] });
    expect(models).toEqual(['first', 'first', 'first', 'second']);
  });

  it('does not use up the calls that are for other failures', async () => {
    const { outcome } = await askFor([[busy()], [busy()], [broken()], [busy()], good]);
    expect(outcome).toMatchObject({ modelCalls: 5 });
  });

  it('is not waited for when it names a time beyond the attempt', async () => {
    const { outcome, pauses } = await askFor([[busy(work.modelWithinMs + 1)], good]);
    expect(outcome).toMatchObject({ code: 'MODEL_THROTTLED' });
    expect(pauses).toEqual([]);
  });
});

describe('the pause before the next call', () => {
  it('doubles up to 15 s, and a part of it is chance', async () => {
    const { pauses } = await askFor([...Array.from({ length: 6 }, () => [busy()]), good], { chance: 0.5 });
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 7_500, 7_500]);
  });

  it('is never shorter than the service said', async () => {
    const { pauses } = await askFor([[busy(7_000)], good], { chance: 0.25 });
    expect(pauses).toEqual([7_250]);
  });

  it('ends at once when the answer is wanted no more', async () => {
    const { outcome, models } = await askFor([[busy()], good], {
      atPause: (_, stop) => stop.abort(new Error('cancelled')),
    });
    expect(outcome).toMatchObject({ message: 'cancelled' });
    expect(models).toHaveLength(1);
  });

  it("ends with the model's failure when the worker's time is up, and no other model is asked", async () => {
    const { outcome, models } = await askFor([[busy()], good], {
      fallbacks: ['second'],
      atPause: (_, _stop, deadline) => deadline.abort(),
    });
    expect(outcome).toMatchObject({ code: 'MODEL_THROTTLED' });
    expect(models).toEqual(['first']);
  });
});

describe('an answer cut at the token limit', () => {
  it('is continued once, and both calls are counted', async () => {
    const more = [text('```python\nb = 2\n```\n'), end('end_turn')];
    const { outcome, held, calls } = await askFor([cut, more]);
    expect(outcome).toEqual({
      ...{ model: 'first', truncated: false, modelCalls: 2 },
      usage: { inputTokens: 20, outputTokens: 6 },
    });
    expect(held.code).toBe('a = 1\nb = 2\n');
    expect(calls[1]).toMatchObject({ continuing: 'a = 1\n', model: 'first' });
  });

  it('is continued by the model that gave it', async () => {
    const more = [text('```python\nb = 2\n```\n'), end('end_turn')];
    const { models } = await askFor([[broken(1)], cut, more], { fallbacks: ['second'] });
    expect(models).toEqual(['first', 'second', 'second']);
  });

  it('is kept as truncated when its continuation is cut as well', async () => {
    const { outcome, models } = await askFor([cut, [text('```python\nb = 2\n'), end('max_tokens')], good]);
    expect(outcome).toMatchObject({ truncated: true, modelCalls: 2 });
    expect(models).toHaveLength(2);
  });

  it('is kept as truncated when its continuation fails, which is in the log', async () => {
    const { outcome, held, failed } = await askFor([cut, [busy()]]);
    expect(outcome).toEqual({ model: 'first', truncated: true, usage, modelCalls: 2 });
    expect(held.code).toBe('a = 1\n');
    expect(failed).toHaveLength(1);
  });

  it('is not continued where the caller set the limit', async () => {
    const { outcome } = await askFor([cut, good], { asked: { ...request, options: { maxTokens: 4 } } });
    expect(outcome).toEqual({ model: 'first', truncated: true, usage, modelCalls: 1 });
  });

  it('counts what was counted when one of the two answers was not', async () => {
    const more = [text('```python\nb = 2\n```\n'), end('end_turn', null)];
    const { outcome } = await askFor([cut, more]);
    expect(outcome).toMatchObject({ usage, modelCalls: 2 });
  });

  it('is not continued when it filled the snippet, which is truncated', async () => {
    const { outcome, held } = await askFor([[text('```python\n' + 'é'.repeat(60_000)), end('max_tokens')], good]);
    expect(outcome).toMatchObject({ truncated: true, modelCalls: 1 });
    expect(held.full).toBe(true);
  });
});
