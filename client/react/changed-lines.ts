import { diffLines } from 'diff';
import type { CodeLine } from './code-lines.ts';
import { linesOf } from './code-lines.ts';

/** Milliseconds for the comparison: two texts of 96 KiB that have nothing in common would take seconds. */
const TIMEOUT = 300;

/** The lines of both versions, the removed ones ahead of what stands in their place; undefined when they are too different. */
export function changedLines(before: string, after: string): CodeLine[] | undefined {
  return diffLines(before, after, { timeout: TIMEOUT })?.flatMap(({ value, added, removed }) => {
    const change = added ? 'added' : removed ? 'removed' : undefined;
    return linesOf(value).map(({ text }) => ({ text, change }));
  });
}
