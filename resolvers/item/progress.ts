import type { SnippetProgress } from '../../schema/types.generated.ts';
import type { SnippetItem } from './snippet-item.ts';

/** News of a snippet without a part: a renewed lease, or the end with the last part's number. */
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
