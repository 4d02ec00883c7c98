import { languages } from '../../../schema/languages.ts';
import type { TokenUsage } from '../../../schema/types.generated.ts';
import { GenerationFailure } from '../../generation-failure.ts';
import type { ExtractedCode } from '../answer/code-piece.ts';
import { createCodeExtractor } from '../answer/extract-code.ts';
import type { HeldCode } from '../held-code.ts';
import { endKind } from './answer-ends.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './code-model.ts';
import { extractContinuation } from './join-continuation.ts';
import { createWholeCharacters } from './whole-characters.ts';

/** The end of an answer that contained code. */
export interface ReadEnd {
  /** True when it stopped at the model's token limit before the code was whole: there would have been more. */
  readonly cutShort: boolean;
  /** True if the code ends before its block was closed. */
  readonly truncated: boolean;
  /** A stop reason that is in no list, with which a whole block of code was believed; else null. */
  readonly unknownEnd: string | null;
  readonly usage: TokenUsage | null;
}

type End = Extract<ModelEvent, { kind: 'end' }>;

/** The listener had enough, and the model was stopped. */
const stopped: ReadEnd = { cutShort: false, truncated: true, unknownEnd: null, usage: null };

/**
 * Calls the model once and adds the code of its answer as it arrives, without fences and prose. If the answer breaks
 * off, the code received so far is added too.
 * @throws GenerationFailure if the model failed, refused, ended abnormally, or answered without code
 */
export async function readCode(
  model: CodeModel,
  request: CodeRequest,
  held: HeldCode,
  signal: AbortSignal,
): Promise<ReadEnd> {
  const extractor = createCodeExtractor(languages[request.language].fences);
  let end: End | undefined;
  try {
    end = await listen(model, request, signal, (text) => {
      held.add(extractor.push(text));
      return held.full;
    });
  } catch (error) {
    if (!signal.aborted) held.add(extractor.end().pieces);
    throw error;
  }
  if (!end) return stopped;

  const { pieces, result } = extractor.end();
  const modelMessage = result.prose || null;
  if (endKind(end.stopReason) === 'refused') throw new GenerationFailure('MODEL_REFUSED', { modelMessage });
  held.add(pieces);
  const read = judged(end, result);
  if (held.code === '' && endKind(end.stopReason) === 'late') throw new GenerationFailure('MODEL_TIMED_OUT');
  if (held.code === '') throw new GenerationFailure('MODEL_RETURNED_NO_CODE', { modelMessage });
  return read;
}

/**
 * Calls the model to continue code that was truncated.
 * @throws GenerationFailure if the model failed, refused, or ended abnormally
 */
export async function readContinuation(
  model: CodeModel,
  request: CodeRequest & { continuing: string },
  signal: AbortSignal,
): Promise<ReadEnd & { code: string }> {
  let text = '';
  const end = await listen(model, request, signal, (more) => {
    text += more;
    return false;
  });
  const result = extractContinuation(text, languages[request.language].fences);
  if (!end || endKind(end.stopReason) === 'refused') throw new GenerationFailure('MODEL_REFUSED');
  return { ...judged(end, result), code: result.code };
}

/**
 * Judges how an answer ended. Only a stop reason that is known to be good is a success.
 * @throws GenerationFailure MODEL_STREAM_INTERRUPTED for every other end
 */
function judged({ stopReason, usage }: End, { kind, complete }: ExtractedCode): ReadEnd {
  const isClosed = kind === 'fenced' && complete;
  const ending = endKind(stopReason);
  switch (ending) {
    case 'good':
      return { cutShort: false, truncated: !complete, unknownEnd: null, usage };
    case 'late':
      return { cutShort: false, truncated: !isClosed, unknownEnd: null, usage };
    case 'limit':
      return { cutShort: !isClosed, truncated: !isClosed, unknownEnd: null, usage };
    case 'unsaid':
    case 'unlisted':
      if (!isClosed) throw interrupted(stopReason);
      return { cutShort: false, truncated: false, unknownEnd: ending === 'unlisted' ? stopReason : null, usage };
    case 'broken':
    case 'refused':
      throw interrupted(stopReason);
    default:
      return ending satisfies never;
  }
}

function interrupted(stopReason: string): GenerationFailure {
  const reason = `The model stopped with the reason "${stopReason}".`;
  return new GenerationFailure('MODEL_STREAM_INTERRUPTED', { mostCalls: 2, reason });
}

/** Hears an answer to its end; undefined when the listener had enough, then the model is stopped. */
async function listen(
  model: CodeModel,
  request: CodeRequest,
  signal: AbortSignal,
  hear: (text: string) => boolean,
): Promise<End | undefined> {
  const enough = new AbortController();
  const wholeCharacters = createWholeCharacters();
  let end: End | undefined;
  for await (const event of model.answer(request, AbortSignal.any([signal, enough.signal]))) {
    if (event.kind === 'end') end = event;
    if (event.kind === 'text' && hear(wholeCharacters(event.text))) {
      enough.abort();
      return undefined;
    }
  }
  signal.throwIfAborted();
  if (!end) throw new GenerationFailure('MODEL_STREAM_INTERRUPTED', { mostCalls: 2 });
  return end;
}
