import { hasEnded } from '../../schema/has-ended.ts';
import type { SnippetItem } from '../item/snippet-item.ts';
import { asShown, isUnclaimed } from '../item/snippet-item.ts';
import type { GenerationStash } from './generation.ts';
import { refuseDifferentRequest } from './same-request.ts';

/** A snippet that is there already is the answer, if the same was asked for; a worker is started only where none is at it. */
export function noteExisting(stash: GenerationStash, item: SnippetItem | null): void {
  if (!item) return;
  refuseDifferentRequest(item, stash);
  stash.existing = item;
  stash.start = !hasEnded(asShown(item)) && isUnclaimed(item);
}
