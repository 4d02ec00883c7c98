import { util } from '@aws-appsync/utils';
import type { GenerationStash } from './generation.ts';
import type { SnippetItem } from '../item/snippet-item.ts';

/** Ends the request with `Conflict` when the snippet under the chosen id is another's or came of another request. */
export function refuseDifferentRequest(item: SnippetItem, asked: GenerationStash): void {
  if (`${item.owner}\n${item.request}` !== `${asked.owner}\n${asked.request}`) {
    util.error(
      `options.id is "${asked.id}", which is taken by another request; allowed is a fresh UUID, or the same request again.`,
      'Conflict',
    );
  }
}
