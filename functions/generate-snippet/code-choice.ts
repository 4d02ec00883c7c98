import type { CodePiece } from './extract-code.ts';

/** Chooses among an answer's blocks while they come: the first of the best kind. */
export interface CodeChoice {
  /** A block begins; the language as its fence names it, lower case, empty when it names none. */
  open(language: string): void;
  /** The open block's next code, and what of it is to be shown. */
  add(text: string): CodePiece[];
  /** The open block's closing fence has come. */
  close(): void;
  /** The answer is over: what is still to be shown, and the chosen code; undefined when every block was blank. */
  end(): { pieces: CodePiece[]; chosen: ChosenCode | undefined };
}

export interface ChosenCode {
  readonly code: string;
  /** False when the answer ended within the block. */
  readonly complete: boolean;
}

const ASKED = 3;
const UNNAMED = 2;
const OTHER = 1;
/** How to install or run the code, or what it prints: shown only when the answer has nothing else. */
const BESIDE = 0;

const beside = new Set(
  'sh bash shell console zsh fish powershell cmd terminal shellsession text txt output plaintext log'.split(' '),
);

function rankOf(language: string, asked: ReadonlySet<string>): number {
  if (asked.has(language)) return ASKED;
  if (language === '') return UNNAMED;
  return beside.has(language) ? BESIDE : OTHER;
}

/** @param asked names of the asked language, lower case */
export function createCodeChoice(asked: ReadonlySet<string>): CodeChoice {
  let best = { rank: -1, code: '', complete: true };
  let open: { rank: number; blank: string; chosen: boolean } | undefined;

  const choose = (rank: number, code: string): CodePiece[] => {
    const restart = best.rank > BESIDE;
    best = { rank, code, complete: false };
    return rank > BESIDE ? [{ text: code, restart }] : [];
  };
  return {
    open(language) {
      open = { rank: rankOf(language, asked), blank: '', chosen: false };
    },
    add(text) {
      if (!open) return [];
      if (open.chosen) {
        best.code += text;
        return open.rank > BESIDE ? [{ text, restart: false }] : [];
      }
      if (open.rank <= best.rank) return [];
      open.blank += text;
      if (open.blank.trim() === '') return [];
      open.chosen = true;
      return choose(open.rank, open.blank);
    },
    close() {
      if (open?.chosen) best.complete = true;
      open = undefined;
    },
    end() {
      const { rank, code, complete } = best;
      if (rank < BESIDE) return { pieces: [], chosen: undefined };
      return { pieces: rank === BESIDE ? [{ text: code, restart: false }] : [], chosen: { code, complete } };
    },
  };
}
