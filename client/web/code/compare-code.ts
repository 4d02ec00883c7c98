import { diffLines } from 'diff';
import type { Line } from './colour-lines.ts';

/** One line of a comparison. The numbers count from 1; a line that was added has none before, one that was removed none after. */
export interface ChangedLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly line: Line;
}

/**
 * Lines that may have been added and removed. The time of a comparison grows with the square of their number: two texts of
 * 96 KiB that have nothing in common would take seconds. It is no time, so that a busy machine says the same of the same codes.
 */
const MOST_CHANGES = 2_000;

/**
 * What became of each line.
 * @param coloured the lines of both texts, as they are to be shown
 * @returns undefined when the texts are too different to be compared
 */
export function compareCode(
  before: string,
  after: string,
  coloured: { readonly before: readonly Line[]; readonly after: readonly Line[] },
): readonly ChangedLine[] | undefined {
  const changes = diffLines(before, after, { maxEditLength: MOST_CHANGES });
  if (!changes) return undefined;
  const rows: ChangedLine[] = [];
  let old = 0;
  let now = 0;
  for (const { added, removed, count } of changes) {
    for (let line = 0; line < count; line += 1) {
      if (removed)
        rows.push({ kind: 'removed', before: ++old, after: undefined, line: coloured.before[old - 1] ?? [] });
      else if (added)
        rows.push({ kind: 'added', before: undefined, after: ++now, line: coloured.after[now - 1] ?? [] });
      else rows.push({ kind: 'same', before: ++old, after: ++now, line: coloured.after[now - 1] ?? [] });
    }
  }
  return rows;
}
