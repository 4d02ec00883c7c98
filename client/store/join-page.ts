import type { SnippetHead } from '../index.ts';

/**
 * A list, newest first, whose first page was read again: what follows the page is kept, and what is missing on it was deleted.
 * @param isSure whether the list is known to be complete from this snippet on
 * @returns undefined when the two have nothing in common, so that snippets between them may be missing
 */
export function joinPage(
  known: readonly SnippetHead[],
  page: readonly SnippetHead[],
  isSure: (head: SnippetHead) => boolean,
): readonly SnippetHead[] | undefined {
  const onPage = new Set(page.map(({ id }) => id));
  const last = known.findLastIndex((head) => onPage.has(head.id) && isSure(head));
  return last < 0 ? undefined : [...page, ...known.slice(last + 1).filter(({ id }) => !onPage.has(id))];
}

/**
 * The list with this snippet in its place. A new one is put in by its age; one older than all is left out when the list goes on.
 * @param goesOn whether there are older ones that are not known
 */
export function withHead(known: readonly SnippetHead[], head: SnippetHead, goesOn: boolean): readonly SnippetHead[] {
  const others = known.filter(({ id }) => id !== head.id);
  const older = others.findIndex(({ createdAt }) => createdAt <= head.createdAt);
  if (older < 0 && goesOn && others.length === known.length) return known;
  return others.toSpliced(older < 0 ? others.length : older, 0, head);
}
