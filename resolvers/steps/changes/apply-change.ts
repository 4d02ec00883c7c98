import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import type { Changes, Condition } from '../../item/change-snippet.ts';
import { changeSnippet, wasRefused } from '../../item/change-snippet.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { SnippetItem, SnippetRow } from '../../item/snippet-item.ts';
import { itemOf } from '../../item/snippet-item.ts';

/** The data that the steps of a conditional change pass on to each other. */
export interface ChangeStash {
  /** Made by the field, carried out here on the snippet of the argument `id`. */
  change: { changes: Changes; when: Condition };
  /** True when the condition did not hold. */
  refused: boolean;
  /** After the change, or as it is shown when that was refused; null or absent: there is none. */
  item?: SnippetItem | null;
}

export function request(ctx: Context<{ id: string }, ChangeStash>): DynamoDBUpdateItemRequest {
  const { changes, when } = ctx.stash.change;
  return changeSnippet(ctx.args.id, changes, when);
}

export function response(ctx: Context<object, ChangeStash, undefined, undefined, SnippetRow>): unknown {
  ctx.stash.refused = wasRefused(ctx.error);
  if (ctx.stash.refused) return {};
  stopOnFault(ctx.error, 'The snippet could not be changed.');
  ctx.stash.item = itemOf(ctx.result);
  return {};
}
