import { snippetLimits } from '../../schema/limits.ts';
import type { CodePiece } from './answer/extract-code.ts';

/** The code so far, handed on piece by piece: what was written is what is held. */
export interface HeldCode {
  readonly code: string;
  /** True once code had to be left out. */
  readonly full: boolean;
  add(pieces: readonly CodePiece[]): void;
  /** Drops what is held: the next piece begins again. */
  beginAgain(): void;
}

export function createHeldCode(write: (piece: CodePiece) => void): HeldCode {
  let code = '';
  let bytes = 0;
  let full = false;
  let restart = false;
  const drop = (): void => {
    restart ||= code !== '';
    code = '';
    bytes = 0;
  };
  const add = (piece: CodePiece): void => {
    if (piece.restart) drop();
    const text = fitting(piece.text, snippetLimits.codeBytes - bytes);
    full = text.length < piece.text.length;
    if (text === '') return;
    code += text;
    bytes += Buffer.byteLength(text);
    write({ text, restart });
    restart = false;
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
