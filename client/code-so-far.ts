import { hasEnded } from '../schema/has-ended.ts';
import type { Snippet, SnippetProgress } from './snippet.ts';

/**
 * An update of the code while it grows. To follow it, either replace your copy with `code`, or compute `copy.slice(0,
 * offset) + part`.
 */
export interface CodeUpdate {
  /** All of the code so far. */
  readonly code: string;
  /** The new part of the code. */
  readonly part: string;
  /**
   * The position in the code at which `part` begins, in UTF-16 units. If it is less than the length of the earlier
   * code, the code from there on is discarded.
   */
  readonly offset: number;
  /** The whole snippet. Only the last update has it. Its `status` is COMPLETED, FAILED or CANCELLED. */
  readonly snippet?: Snippet;
}

/** The code that a watcher has seen so far. */
export interface CodeSoFar {
  readonly code: string;
  /** The sequence number of its newest part. */
  readonly sequence: number;
}

export const nothingYet: CodeSoFar = { code: '', sequence: 0 };

/**
 * Adds an event. The result is `known` if the event contains nothing new, because it came twice or late. The result is
 * `lacking` if an earlier part was missed, so that the snippet must be read with `Query.snippet`.
 */
export function addEvent(so: CodeSoFar, event: SnippetProgress): CodeUpdate | 'known' | 'lacking' {
  const { sequence, offset, part } = event;
  if (hasEnded(event)) return 'lacking';
  if (sequence <= so.sequence) return 'known';
  if (part === null || offset === null) return 'lacking';
  const follows = offset === 0 || (sequence === so.sequence + 1 && offset <= so.code.length);
  return follows ? { code: so.code.slice(0, offset) + part, part, offset } : 'lacking';
}

/**
 * Adds a snippet that was just read. The result is `known` if it contains nothing new. The end of a snippet is always
 * an update.
 */
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
