import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { notFound, stopOnFault } from '../../request/faults.ts';
import type { DeletionStash } from '../../mutations/Mutation.deleteSnippet.ts';
import { ownerOf } from '../../request/owner.ts';
import { readSnippet } from '../../item/read-snippet.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { asShown, itemOf } from '../../item/snippet-item.ts';
import { hasEnded } from '../../../schema/has-ended.ts';

export function request(ctx: Context<{ id: string }>): DynamoDBGetItemRequest {
  return readSnippet(ctx.args.id);
}

export function response(
  ctx: Context<{ id: string }, DeletionStash, undefined, undefined, SnippetRow | null>,
): unknown {
  stopOnFault(ctx.error, 'The snippet could not be read; nothing was deleted.');
  const item = itemOf(ctx.result);
  if (!item || item.owner !== ownerOf(ctx.identity)) return notFound(ctx.args.id);
  const shown = asShown(item);
  if (!hasEnded(shown)) {
    util.error(`The snippet ${item.id} is ${item.status}; cancel it first, then delete it.`, 'Conflict');
  }
  ctx.stash.item = shown;
  return {};
}
