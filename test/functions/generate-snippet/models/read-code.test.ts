import { describe, expect, it } from 'vitest';
import { createHeldCode } from '../../../../functions/generate-snippet/held-code.ts';
import type { CodeModel, CodeRequest, ModelEvent } from '../../../../functions/generate-snippet/models/code-model.ts';
import { readCode, readContinuation } from '../../../../functions/generate-snippet/models/read-code.ts';
import { GenerationFailure } from '../../../../functions/generation-failure.ts';
import { snippetLimits } from '../../../../schema/limits/snippet-limits.ts';

const request: CodeRequest = {
  ...{
    id: 'id',
    language: 'PYTHON',
    instruction: 'count',
    parentCode: null,
    model: 'm',
    options: {},
    continuing: null,
  },
};
const usage = { inputTokens: 1, outputTokens: 2 };
const closed = '```python\na = 1\n```\n';
const open = '```python\na = 1\n';
const prose = 'I would rather talk about it.';
const interrupted = { code: 'MODEL_STREAM_INTERRUPTED', mostCalls: 2 };

/** Reads an answer that says these texts, and ends with this stop reason; null: without an end. */
async function read(texts: readonly string[], stopReason: string | null) {
  const asked: AbortSignal[] = [];
  const model: CodeModel = {
    async *answer(_request, signal) {
      asked.push(signal);
      for (const text of texts) yield { kind: 'text', text } satisfies ModelEvent;
      yield { kind: 'alive' };
      if (stopReason !== null) yield { kind: 'end', stopReason, usage };
    },
  };
  const held = createHeldCode(() => undefined);
  const { signal } = new AbortController();
  const outcome: unknown = await readCode(model, request, held, signal).catch((error: unknown) => error);
  const more: unknown = await readContinuation(model, { ...request, continuing: 'a' }, signal).catch(
    (error: unknown) => error,
  );
  return { outcome, more, code: held.code, isStopped: asked[0]?.aborted };
}

const whole = { cutShort: false, truncated: false, unknownEnd: null, usage };
const late = { ...whole, truncated: true };
const cut = { ...late, cutShort: true };
const rows: [words: string[], ofClosed: object, ofOpen: object][] = [
  [['end_turn', 'stop_sequence', 'stop', 'eos', 'END_TURN'], whole, late],
  [['max_tokens', 'model_context_window_exceeded', 'length', 'model_length'], whole, cut],
  [['out_of_time'], whole, late],
  [['unsaid'], whole, interrupted],
  [['a_new_one'], { ...whole, unknownEnd: 'a_new_one' }, interrupted],
  [['malformed_model_output', 'malformed_tool_use', 'error', 'abort'], interrupted, interrupted],
  [
    ['guardrail_intervened', 'content_filtered', 'content_filter', 'refusal'],
    { code: 'MODEL_REFUSED' },
    { code: 'MODEL_REFUSED' },
  ],
];
const ends = rows.flatMap(([words, ofClosed, ofOpen]) => words.map((word) => [word, ofClosed, ofOpen] as const));

describe('an answer that ends with', () => {
  it.each(ends)('%s, its block closed or open', async (word, ofClosed, ofOpen) => {
    const [one, other] = [await read([closed], word), await read([open], word)];
    expect(one.outcome).toMatchObject(ofClosed);
    expect(other.outcome).toMatchObject(ofOpen);
    expect(one.more).toMatchObject('code' in ofClosed ? ofClosed : { ...ofClosed, code: 'a = 1\n' });
    for (const { outcome } of [one, other]) {
      if (!(outcome instanceof GenerationFailure) || outcome.code !== 'MODEL_STREAM_INTERRUPTED') continue;
      expect(outcome.reason).toBe(`The model stopped with the reason "${word}".`);
    }
  });

  it('nothing was interrupted, and what came of it is held', async () => {
    const { outcome, code } = await read([open, 'b = 2\n'], null);
    expect(outcome).toMatchObject(interrupted);
    expect(code).toBe('a = 1\nb = 2\n');
  });
});

describe('an answer without code', () => {
  it.each([
    ['end_turn', { code: 'MODEL_RETURNED_NO_CODE', modelMessage: prose }],
    ['refusal', { code: 'MODEL_REFUSED', modelMessage: prose }],
    ['out_of_time', { code: 'MODEL_TIMED_OUT', modelMessage: null }],
  ])('that ends with %s says what the model said', async (word, failure) => {
    expect((await read([prose], word)).outcome).toMatchObject(failure);
  });

  it('in which nothing was said has no words to repeat', async () => {
    expect((await read([], 'end_turn')).outcome).toMatchObject({ code: 'MODEL_RETURNED_NO_CODE', modelMessage: null });
    expect((await read([''], 'refusal')).outcome).toMatchObject({ code: 'MODEL_REFUSED', modelMessage: null });
  });
});

it('an answer that is larger than a code may be is stopped, and not asked to go on', async () => {
  const line = `x = "${'a'.repeat(10_000)}"\n`;
  const { outcome, code, isStopped } = await read([open, ...Array<string>(12).fill(line), '```\n'], 'end_turn');
  expect(outcome).toEqual({ cutShort: false, truncated: true, unknownEnd: null, usage: null });
  expect(Buffer.byteLength(code)).toBe(snippetLimits.codeBytes);
  expect(isStopped).toBe(true);
});

it('an answer that is wanted no more ends with the reason, and adds nothing', async () => {
  const ending = new AbortController();
  const held = createHeldCode(() => undefined);
  const model: CodeModel = {
    async *answer() {
      yield { kind: 'text', text: open };
      ending.abort(new Error('enough'));
      yield { kind: 'end', stopReason: 'end_turn', usage };
    },
  };
  const before = readCode(model, request, held, ending.signal);
  await expect(before).rejects.toThrow('enough');
});
