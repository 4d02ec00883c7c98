import type { SnippetStatus } from './types.generated.ts';

const ends: readonly SnippetStatus[] = ['COMPLETED', 'FAILED', 'CANCELLED'];

/** True once the status is one of the three ends, which never changes. */
export function hasEnded({ status }: { readonly status: SnippetStatus }): boolean {
  return ends.indexOf(status) >= 0;
}
