import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../../request/faults.ts';
import { readSnippet } from '../../item/read-snippet.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { asShown, itemOf } from '../../item/snippet-item.ts';
import type { ChangeStash } from './apply-change.ts';

/** A refused condition does not hand back the item, so it is read to tell why. */
export function request(ctx: Context<{ id: string }, ChangeStash>): DynamoDBGetItemRequest {
  if (!ctx.stash.refused) runtime.earlyReturn({});
  return readSnippet(ctx.args.id);
}

export function response(ctx: Context<object, ChangeStash, undefined, undefined, SnippetRow | null>): unknown {
  stopOnFault(ctx.error, 'The snippet could not be read.');
  ctx.stash.item = ctx.result ? asShown(itemOf(ctx.result)) : null;
  return {};
}
