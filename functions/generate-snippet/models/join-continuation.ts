import type { ExtractedCode } from '../answer/code-piece.ts';
import { createCodeExtractor } from '../answer/extract-code.ts';

/** Shorter repetitions than this can be chance, unless they begin where a line begins. */
const SURE = 8;
/** No chance, wherever it begins. */
const CERTAIN = 40;
const MOST_REPEATED = 400;

/**
 * The code in the answer of a model that was asked to go on where it had been cut: what stands in its fence, else the text
 * itself, up to a fence that only closes what was open before the cut. Its code is empty when the answer is prose.
 */
export function extractContinuation(answer: string, fenceNames: readonly string[]): ExtractedCode {
  const extractor = createCodeExtractor(fenceNames, { continuing: true });
  extractor.push(answer);
  return extractor.end().result;
}

/**
 * What to append to the held code so that a continuation goes on at the exact seam: the continuation without what it
 * repeats. Repeated are the longest end of the held code with which the continuation begins, from the start of a line (whole
 * last lines, or the unfinished last line with or without its indent) or, when it is long enough not to be chance, from
 * the start of a word.
 *
 * At most 400 UTF-16 units are left out. Brackets, white space and `end` alone are never taken for a repetition: in nested code they come twice.
 */
export function joinContinuation(held: string, continuation: string): string {
  const longest = Math.min(held.length, continuation.length, MOST_REPEATED);
  for (let length = longest; length > 0; length -= 1) {
    const repeated = continuation.slice(0, length);
    if (held.endsWith(repeated) && isRepetition(held, repeated, continuation)) return continuation.slice(length);
  }
  return continuation;
}

function isRepetition(held: string, repeated: string, continuation: string): boolean {
  const start = held.length - repeated.length;
  const lineStart = held.lastIndexOf('\n', start - 1) + 1;
  const indent = held.slice(lineStart, start);
  const behind = continuation.charAt(repeated.length);

  if (!saysSomething(repeated)) return false;
  if (indent === '') return isWholeWord(repeated, behind);
  if (repeated.startsWith(' ') || repeated.startsWith('\t')) return false;
  if (indent.trim() === '') return !held.slice(start).includes('\n') && isWholeWord(repeated, behind);
  const startsWord = !/\w/.test(held.charAt(start - 1)) || !/\w/.test(repeated.charAt(0));
  return repeated.length >= CERTAIN || (startsWord && repeated.length >= SURE && !isPattern(repeated));
}

/** Rows of numbers and lines of dashes resemble themselves wherever they are cut. */
function isPattern(text: string): boolean {
  return !/\p{L}|\p{Extended_Pictographic}/u.test(text);
}

/** More than brackets, punctuation and the words that close a block. */
function saysSomething(text: string): boolean {
  return /[^\s!-/:-@[-^`{-~]/.test(text.replaceAll(/\b(?:end|fi|done|esac)\b/gi, ''));
}

/** A short piece counts only as whole words: `x` of `x = 1` was begun again, `l` of `lm` goes on. */
function isWholeWord(repeated: string, behind: string): boolean {
  return repeated.trim().length >= 3 || !/\w$/.test(repeated) || !/\w/.test(behind);
}
