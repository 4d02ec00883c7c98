import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { wasRefused } from '../item/change-snippet.ts';
import { stopOnFault } from '../request/faults.ts';
import type { SnippetItem } from '../item/snippet-item.ts';

/** What the steps of a conditional change hand on to each other. */
export interface ChangeStash {
  /** Made by the field, carried out here. */
  change: DynamoDBUpdateItemRequest;
  /** True when the condition did not hold. */
  refused: boolean;
  /** After the change, or as it is when that was refused; null or absent: there is none. */
  item?: SnippetItem | null;
}

export function request(ctx: Context<object, ChangeStash>): DynamoDBUpdateItemRequest {
  return ctx.stash.change;
}

export function response(ctx: Context<object, ChangeStash, undefined, undefined, SnippetItem>): unknown {
  ctx.stash.refused = wasRefused(ctx.error);
  if (ctx.stash.refused) return {};
  stopOnFault(ctx.error, 'The snippet could not be changed.');
  ctx.stash.item = ctx.result;
  return {};
}
