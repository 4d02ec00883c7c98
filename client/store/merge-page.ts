import type { SnippetHead } from '../index.ts';

/** The first page of a list, as it was just read. */
export interface FirstPage {
  readonly items: readonly SnippetHead[];
  /** Whether nothing follows. */
  readonly isLast: boolean;
}

/** A list after its first page was read again. */
export interface MergedPage {
  readonly items: readonly SnippetHead[];
  /** Whether the items end with the page: nothing on it was shown before, or nothing follows it. */
  readonly endsWithPage: boolean;
  /** Ids on the page that are not among the items. */
  readonly unseen: readonly string[];
}

/**
 * Puts the first page of a list, newest first, in place of the beginning of what is shown. What follows the page is kept; what
 * is missing on it was deleted.
 * @param showNew whether to show what was not shown before
 */
export function mergePage(shown: readonly SnippetHead[], page: FirstPage, showNew: boolean): MergedPage {
  const before = new Set(shown.map(({ id }) => id));
  const onPage = new Set(page.items.map(({ id }) => id));
  const visible = page.items.filter(({ id }) => showNew || before.has(id));
  const unseen = page.items.map(({ id }) => id).filter((id) => !showNew && !before.has(id));
  const last = shown.findLastIndex(({ id }) => onPage.has(id));
  if (page.isLast || (last < 0 && showNew)) return { items: visible, endsWithPage: true, unseen };
  return { items: [...visible, ...shown.slice(last + 1)], endsWithPage: false, unseen };
}

/**
 * The list with this snippet in its place. A new one is put in by its age; one older than all is left out when the list goes on.
 * @param goesOn whether there are older ones that are not shown
 */
export function withHead(items: readonly SnippetHead[], head: SnippetHead, goesOn: boolean): readonly SnippetHead[] {
  if (items.some(({ id }) => id === head.id)) return items.map((item) => (item.id === head.id ? head : item));
  const older = items.findIndex(({ createdAt }) => createdAt <= head.createdAt);
  if (older < 0) return goesOn ? items : [...items, head];
  return items.toSpliced(older, 0, head);
}
