import { languages } from '../../schema/languages.ts';
import type { TokenUsage } from '../../schema/types.generated.ts';
import { GenerationFailure } from '../failures.ts';
import type { CodePiece } from './extract-code.ts';
import { createCodeExtractor } from './extract-code.ts';
import type { CodeModel, CodeRequest, ModelEvent } from './model.ts';

/** Most code of one snippet, in bytes of UTF-8, so that the completed event fits AppSync's 240 KB. */
const MOST_BYTES = 96 * 1024;

const refused = new Set(['guardrail_intervened', 'content_filtered', 'refusal']);
const cutShort = new Set(['max_tokens', 'model_context_window_exceeded']);

/** A whole answer's code: exactly what was written piece by piece. */
export interface ReadCode {
  readonly code: string;
  readonly truncated: boolean;
  readonly usage: TokenUsage | null;
}

/**
 * Asks the model and writes the code in its answer as it comes, without fences and prose.
 * @throws GenerationFailure the model failed, refused, or answered without code
 */
export async function readCode(
  model: CodeModel,
  request: CodeRequest,
  write: (piece: CodePiece) => void,
  signal: AbortSignal,
): Promise<ReadCode> {
  const extractor = createCodeExtractor(languages[request.language].fences);
  const held = createHeldCode(write);
  let end: Extract<ModelEvent, { kind: 'end' }> | undefined;
  const enough = new AbortController();
  for await (const event of model.answer(request, AbortSignal.any([signal, enough.signal]))) {
    if (event.kind === 'end') end = event;
    if (event.kind === 'text') held.add(extractor.push(event.text));
    if (held.full) {
      enough.abort();
      return { code: held.code, truncated: true, usage: null };
    }
  }
  signal.throwIfAborted();
  if (!end) throw new GenerationFailure('MODEL_STREAM_INTERRUPTED');

  const { pieces, result } = extractor.end();
  if (refused.has(end.stopReason)) throw new GenerationFailure('MODEL_REFUSED', { modelMessage: result.prose });
  held.add(pieces);
  if (held.code === '') throw new GenerationFailure('MODEL_RETURNED_NO_CODE', { modelMessage: result.prose });
  return { code: held.code, truncated: held.full || cutShort.has(end.stopReason), usage: end.usage };
}

interface HeldCode {
  readonly code: string;
  /** True once code had to be left out. */
  readonly full: boolean;
  add(pieces: readonly CodePiece[]): void;
}

function createHeldCode(write: (piece: CodePiece) => void): HeldCode {
  let code = '';
  let bytes = 0;
  let full = false;
  const add = (piece: CodePiece): void => {
    if (piece.restart) {
      code = '';
      bytes = 0;
    }
    const text = fitting(piece.text, MOST_BYTES - bytes);
    full = text.length < piece.text.length;
    code += text;
    bytes += Buffer.byteLength(text);
    if (text !== '' || piece.restart) write({ ...piece, text });
  };
  return {
    get code() {
      return code;
    },
    get full() {
      return full;
    },
    add(pieces) {
      for (const piece of pieces) if (!full) add(piece);
    },
  };
}

/** As much of the text as fits into so many bytes of UTF-8, never half a character. */
function fitting(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}
