import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../../request/faults.ts';
import { readSnippet } from '../../item/read-snippet.ts';
import type { SnippetItem, SnippetRow } from '../../item/snippet-item.ts';
import { itemOf } from '../../item/snippet-item.ts';

/** The request of a field to this step, and its result. */
export interface ReadStash {
  /** Which snippet to read; absent: none. */
  readId?: string;
  /** What the caller is told when it cannot be read. */
  readFault?: string;
  /** Null or absent: none was asked for, or there is none. */
  read?: SnippetItem | null;
}

export function request(ctx: Context<object, ReadStash>): DynamoDBGetItemRequest {
  if (!ctx.stash.readId) runtime.earlyReturn({});
  return readSnippet(ctx.stash.readId ?? '');
}

export function response(ctx: Context<object, ReadStash, undefined, undefined, SnippetRow | null>): unknown {
  stopOnFault(ctx.error, ctx.stash.readFault ?? '');
  ctx.stash.read = itemOf(ctx.result);
  return {};
}
