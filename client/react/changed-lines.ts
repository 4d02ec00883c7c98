import { diffLines } from 'diff';
import type { CodeLine } from './code-lines.ts';
import { linesOf } from './code-lines.ts';

/** Milliseconds for the comparison: two texts of 96 KiB that have nothing in common would take seconds. */
const TIMEOUT = 300;

/**
 * Returns the lines of both versions. Removed lines stand before the lines that replace them. It returns undefined if
 * the versions are too different.
 */
export function changedLines(before: string, after: string): CodeLine[] | undefined {
  return diffLines(before, after, { timeout: TIMEOUT })?.flatMap(({ value, added, removed }) => {
    const change = added ? 'added' : removed ? 'removed' : undefined;
    return linesOf(value).map(({ text }) => ({ text, change }));
  });
}
