import { hasEnded } from '../schema/has-ended.ts';
import type { Snippet, SnippetProgress } from './snippet.ts';

/** The code as it grows. Who follows keeps `code.slice(0, offset) + part`, or takes `code`. */
export interface CodeUpdate {
  /** All of the code so far. */
  readonly code: string;
  /** What is new of it. */
  readonly part: string;
  /** Where `part` begins, in UTF-16 units. Less than the length before: what stood from there on is taken back. */
  readonly offset: number;
  /** The whole snippet, in the last update alone. Its `status` is one of the three ends. */
  readonly snippet?: Snippet;
}

/** What a watcher has seen. */
export interface CodeSoFar {
  readonly code: string;
  /** Number of the newest part in it. */
  readonly sequence: number;
}

export const nothingYet: CodeSoFar = { code: '', sequence: 0 };

/**
 * Adds an event. It is `known` when there is nothing new in it, as with one that comes twice or late, and `lacking` when
 * something before it is missing, so that the snippet has to be asked for.
 */
export function addEvent(so: CodeSoFar, event: SnippetProgress): CodeUpdate | 'known' | 'lacking' {
  const { sequence, offset, part } = event;
  if (hasEnded(event)) return 'lacking';
  if (sequence <= so.sequence) return 'known';
  if (part === null || offset === null) return 'lacking';
  const follows = offset === 0 || (sequence === so.sequence + 1 && offset <= so.code.length);
  return follows ? { code: so.code.slice(0, offset) + part, part, offset } : 'lacking';
}

/** What the snippet as it was just read adds; `known` when nothing. The end is always an update. */
export function addSnippet(so: CodeSoFar, snippet: Snippet): CodeUpdate | 'known' {
  const ended = hasEnded(snippet);
  if (!ended && snippet.sequence <= so.sequence) return 'known';
  const code = snippet.code ?? '';
  const offset = commonLength(so.code, code);
  const update = { code, part: code.slice(offset), offset };
  if (ended) return { ...update, snippet };
  return code === so.code ? 'known' : update;
}

/** Units that both begin with; never half of a surrogate pair. */
function commonLength(before: string, after: string): number {
  let length = 0;
  while (length < before.length && before.charCodeAt(length) === after.charCodeAt(length)) length++;
  const last = after.charCodeAt(length - 1);
  return last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
}
