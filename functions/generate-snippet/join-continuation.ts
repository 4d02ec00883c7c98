import { createCodeExtractor } from './extract-code.ts';

const MOST_OVERLAP = 400;
/** A shorter overlap is taken for chance, unless it is the whole of the line that was cut. */
const LEAST_OVERLAP = 8;

const fenceLine = /^[ \t]*(?:`{3,}|~{3,})[^`\r\n]*$/gmu;

/**
 * The code in the answer of a model that was asked to go on where it had been cut: what stands in its fence; without
 * one the text itself, up to a fence that only closes what was open before the cut.
 */
export function codeOfContinuation(text: string, fenceNames: readonly string[]): string {
  const [first, second, ...others] = [...text.matchAll(fenceLine)];
  if (!first) return text;
  const before = text.slice(0, first.index);
  const bare = isBare(first[0]) && before.trim() !== '';
  const closesOnly = bare && (!second || !isBare(second[0]) || others.length % 2 === 1);
  if (closesOnly) return before;
  const extractor = createCodeExtractor(fenceNames);
  extractor.push(text);
  const { result } = extractor.end();
  return result.kind === 'fenced' ? result.code : before;
}

/** What to put behind the held code: the continuation without the end of the held code that it says again. */
export function joinContinuation(held: string, continuation: string): string {
  const cutLine = held.slice(held.lastIndexOf('\n') + 1);
  for (let length = Math.min(held.length, continuation.length, MOST_OVERLAP); length > 0; length--) {
    const overlap = continuation.slice(0, length);
    if (!held.endsWith(overlap)) continue;
    const certain = length >= LEAST_OVERLAP || (length >= cutLine.length && cutLine.trim() !== '');
    return certain ? continuation.slice(length) : continuation;
  }
  return continuation;
}

function isBare(line: string): boolean {
  return /^[\s`~]*$/u.test(line);
}
