import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { changeSnippet, wasRefused } from '../../item/change-snippet.ts';
import type { SnippetItem } from '../../item/snippet-item.ts';
import { stopOnFault } from '../../request/faults.ts';
import type { ChangeStash } from './apply-change.ts';

/** Writes the end that reads already show of a snippet past its `expectedUntil`, whatever else it was to end with. */
export function request(ctx: Context<{ id: string }, ChangeStash>): DynamoDBUpdateItemRequest {
  const item = ctx.stash.item;
  if (item?.failure?.code !== 'TIMED_OUT') runtime.earlyReturn({});
  const { status, failure, updatedAt, expectedUntil } = item as SnippetItem;
  return changeSnippet(
    ctx.args.id,
    { set: { lease: 0 }, show: { status, failure, updatedAt } },
    {
      expression: 'shown.#status IN (:pending, :generating) AND shown.#expectedUntil = :until',
      names: ['status', 'expectedUntil'],
      values: { pending: 'PENDING', generating: 'GENERATING', until: expectedUntil },
    },
  );
}

/** Refused, it is written already, or the snippet is gone. */
export function response(ctx: Context): unknown {
  if (!wasRefused(ctx.error)) stopOnFault(ctx.error, 'The end of the snippet could not be recorded.');
  return {};
}
