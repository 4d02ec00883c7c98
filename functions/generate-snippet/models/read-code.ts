import { languages } from '../../../schema/languages.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import { GenerationFailure } from '../../generation-failure.ts';
import { createCodeExtractor } from '../answer/extract-code.ts';
import type { HeldCode } from '../held-code.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './code-model.ts';
import { outOfTime } from './code-model.ts';

const refused = new Set(['guardrail_intervened', 'content_filtered', 'refusal']);
const cutShort = new Set(['max_tokens', 'model_context_window_exceeded', outOfTime]);

/** How an answer ended that had code in it. */
export interface ReadEnd {
  /** True when it stopped at the model's token limit, or when time was up: there would have been more. */
  readonly cutShort: boolean;
  /** True when time was up: the model is to be asked no more. */
  readonly outOfTime: boolean;
  readonly usage: TokenUsage | null;
}

type End = Extract<ModelEvent, { kind: 'end' }>;

/**
 * Asks the model once and adds the code in its answer as it comes, without fences and prose.
 * @throws GenerationFailure the model failed, refused, or answered without code
 */
export async function readCode(
  model: CodeModel,
  request: CodeRequest,
  held: HeldCode,
  signal: AbortSignal,
): Promise<ReadEnd> {
  const extractor = createCodeExtractor(languages[request.language].fences);
  const end = await listen(model, request, signal, (text) => {
    held.add(extractor.push(text));
    return held.full;
  });
  if (!end) return { cutShort: false, outOfTime: false, usage: null };

  const { pieces, result } = extractor.end();
  const modelMessage = result.prose || null;
  if (refused.has(end.stopReason)) throw new GenerationFailure('MODEL_REFUSED', { modelMessage });
  held.add(pieces);
  if (held.code === '' && end.stopReason === outOfTime) throw new GenerationFailure('MODEL_TIMED_OUT');
  if (held.code === '') throw new GenerationFailure('MODEL_RETURNED_NO_CODE', { modelMessage });
  return { cutShort: cutShort.has(end.stopReason), outOfTime: end.stopReason === outOfTime, usage: end.usage };
}

/** The whole text of an answer, and how it ended. */
export async function readText(
  model: CodeModel,
  request: CodeRequest,
  signal: AbortSignal,
): Promise<ReadEnd & { text: string }> {
  let text = '';
  const end = await listen(model, request, signal, (more) => {
    text += more;
    return false;
  });
  const reason = end?.stopReason ?? '';
  return { text, cutShort: cutShort.has(reason), outOfTime: reason === outOfTime, usage: end?.usage ?? null };
}

/** Hears an answer to its end; undefined when the listener had enough, then the model is stopped. */
async function listen(
  model: CodeModel,
  request: CodeRequest,
  signal: AbortSignal,
  hear: (text: string) => boolean,
): Promise<End | undefined> {
  const enough = new AbortController();
  let end: End | undefined;
  for await (const event of model.answer(request, AbortSignal.any([signal, enough.signal]))) {
    if (event.kind === 'end') end = event;
    if (event.kind === 'text' && hear(event.text)) {
      enough.abort();
      return undefined;
    }
  }
  signal.throwIfAborted();
  if (!end) throw new GenerationFailure('MODEL_STREAM_INTERRUPTED', { mostCalls: 2 });
  return end;
}
