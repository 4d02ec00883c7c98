import type { SnippetProgress } from '../../schema/types.generated.ts';
import type { SnippetItem } from './snippet-item.ts';

/**
 * Builds a progress event without a part. It tells subscribers of a renewed lease, or of the end with the number of
 * the last part.
 */
export function progressOf(item: SnippetItem): SnippetProgress {
  const { id, owner, language, status, failure } = item;
  return {
    id,
    owner,
    language,
    status,
    sequence: item.sequence ?? 0,
    offset: null,
    part: null,
    failure,
  };
}
