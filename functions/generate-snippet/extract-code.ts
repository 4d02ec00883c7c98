import { createCodeChoice } from './code-choice.ts';
import type { Fence } from './code-fences.ts';
import { closes, dedented, mayClose, openingFence } from './code-fences.ts';
import { looksLikeCode } from './looks-like-code.ts';

/** Code to be shown next: behind all code shown so far or, with `restart`, in its place. */
export interface CodePiece {
  readonly text: string;
  readonly restart: boolean;
}

/** A whole answer's code. */
export interface ExtractedCode {
  /** Without fences and prose, byte for byte as the model wrote it; empty with the kind `none`. */
  readonly code: string;
  /** `unfenced` when the answer has no fence and is code as a whole. */
  readonly kind: 'fenced' | 'unfenced' | 'none';
  /** False when the answer ended before the code's closing fence. */
  readonly complete: boolean;
  /** What the model said around its blocks, at most 500 UTF-16 units; not code, and not to be trusted as such. */
  readonly prose: string;
}

/** Reads one answer as it comes. All pieces, applied in order, give `result.code` however the answer is cut. */
export interface CodeExtractor {
  /** Takes the answer's next text and gives the code that is certain by now. */
  push(text: string): CodePiece[];
  /** The answer is over; nothing may be pushed afterwards. */
  end(): { pieces: CodePiece[]; result: ExtractedCode };
}

const MOST_PROSE = 500;

/**
 * Takes the code out of a model's answer: the first block in the asked language, else the best of the others.
 * Own code because Markdown parsers (micromark, markdown-it) give nothing before the whole text is there.
 * @param fenceNames what the asked language is called behind a fence
 */
export function createCodeExtractor(fenceNames: readonly string[]): CodeExtractor {
  const names = new Set(fenceNames.map((name) => name.toLowerCase()));
  const choice = createCodeChoice(names);
  let begun = false;
  /** Half of a character or of a line end, until its other half is there. */
  let half = '';
  /** The line so far, as long as it may be a fence. */
  let line = '';
  /** True when the line's beginning is taken as code. */
  let within = false;
  let fence: Fence | undefined;
  let fenced = false;
  let outside = '';

  const open = (whole: string): CodePiece[] => {
    const opening = openingFence(whole, names);
    if (!opening) {
      outside += whole;
      return [];
    }
    fenced = true;
    choice.open(opening.language);
    const pieces = opening.firstLine === null ? [] : choice.add(opening.firstLine);
    if (opening.closed) choice.close();
    else fence = opening;
    return pieces;
  };
  const takeCode = (text: string, inFence: Fence): CodePiece[] => choice.add(within ? text : dedented(text, inFence));
  const takeLine = (whole: string): CodePiece[] => {
    if (!fence) return open(whole);
    if (within || !closes(whole, fence)) {
      const pieces = takeCode(whole, fence);
      within = false;
      return pieces;
    }
    choice.close();
    fence = undefined;
    return [];
  };
  const takeBeginning = (): CodePiece[] => {
    if (line === '' || !fence || (!within && mayClose(line, fence))) return [];
    const pieces = takeCode(line, fence);
    within = true;
    line = '';
    return pieces;
  };
  const take = (text: string): CodePiece[] => {
    const pieces: CodePiece[] = [];
    const [first = '', ...rest] = text.split(/(?<=\n)/u);
    for (const part of [line + first, ...rest]) {
      line = part;
      if (!part.endsWith('\n')) continue;
      line = '';
      pieces.push(...takeLine(part));
    }
    return [...pieces, ...takeBeginning()];
  };
  const takeLast = (): CodePiece[] => {
    const cutCloser = fence && !within && line.trim() !== '' && mayClose(line, fence) && !closes(line, fence);
    return line === '' || cutCloser ? [] : takeLine(line);
  };

  return {
    push(text) {
      const whole = half + text;
      half = /[\r\uD800-\uDBFF]$/.exec(whole)?.[0] ?? '';
      const known = whole.slice(0, whole.length - half.length);
      if (known === '') return [];
      const pieces = take(begun ? known : known.replace(/^\uFEFF/u, ''));
      begun = true;
      return pieces;
    },
    end() {
      const last = [...take(half === '\r' ? half : ''), ...takeLast()];
      const { pieces, chosen } = choice.end();
      if (!fenced && looksLikeCode(outside)) {
        const code = `${outside.replace(/^\s*\n/u, '').trimEnd()}\n`;
        const result = { code, kind: 'unfenced', complete: true, prose: '' } as const;
        return { pieces: [{ text: code, restart: false }], result };
      }
      const kind = chosen ? 'fenced' : 'none';
      const result = { code: '', complete: true, ...chosen, kind, prose: shortened(outside.trim()) } as const;
      return { pieces: [...last, ...pieces], result };
    },
  };
}

function shortened(prose: string): string {
  return prose.slice(0, MOST_PROSE).replace(/[\uD800-\uDBFF]$/, '');
}
