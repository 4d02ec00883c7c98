import type { SnippetStatus } from './types.generated.ts';

/** True once the status is one of the three ends, which never changes. */
export function hasEnded({ status }: { readonly status: SnippetStatus }): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}
