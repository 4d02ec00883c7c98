import { snippetLimits } from '../../schema/limits/snippet-limits.ts';
import type { CodePiece } from './answer/code-piece.ts';

/** The code so far, at the one place where it is held. */
export interface HeldCode {
  readonly code: string;
  /** Its size in UTF-8. */
  readonly bytes: number;
  /** Grows each time the code begins again with a first piece; what was sent of it before is void then. */
  readonly beginnings: number;
  /** True once code had to be left out. */
  readonly full: boolean;
  add(pieces: readonly CodePiece[]): void;
  /** Drops what is held. */
  beginAgain(): void;
}

/** @param onChange told each time there is new code */
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
