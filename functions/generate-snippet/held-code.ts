import { snippetLimits } from '../../schema/limits/snippet-limits.ts';
import type { CodePiece } from './answer/code-piece.ts';

/** The code received so far. No other part of the worker keeps a copy of it. */
export interface HeldCode {
  readonly code: string;
  /** Its size in UTF-8. */
  readonly bytes: number;
  /** Counts how often the code was started again. When it grows, everything sent before is void. */
  readonly beginnings: number;
  /** True if the code has reached its size limit, so that further code was dropped. */
  readonly full: boolean;
  add(pieces: readonly CodePiece[]): void;
  /** Drops what is held. */
  beginAgain(): void;
}

/** Holds code up to `snippetLimits.codeBytes`. @param onChange called each time that code is added */
export function createHeldCode(onChange: () => void): HeldCode {
  let code = '';
  let bytes = 0;
  let full = false;
  let beginnings = 0;
  const drop = (): void => {
    code = '';
    bytes = 0;
  };
  const add = (piece: CodePiece): void => {
    if (piece.restart) drop();
    const text = fitting(piece.text, snippetLimits.codeBytes - bytes);
    full = text.length < piece.text.length;
    if (text === '') return;
    if (code === '') beginnings += 1;
    code += text;
    bytes += Buffer.byteLength(text);
    onChange();
  };
  return {
    get code() {
      return code;
    },
    get bytes() {
      return bytes;
    },
    get beginnings() {
      return beginnings;
    },
    get full() {
      return full;
    },
    add(pieces) {
      for (const piece of pieces) if (!full) add(piece);
    },
    beginAgain() {
      drop();
      full = false;
    },
  };
}

/** As much of the text as fits into so many bytes of UTF-8, never half a character. */
function fitting(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}
