import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../request/faults.ts';
import { readSnippet } from '../item/read-snippet.ts';
import type { SnippetItem } from '../item/snippet-item.ts';
import { joinedCode } from '../item/snippet-item.ts';

/** What the steps of `startSnippet` hand on: the claimed snippet, and its parent's code. */
export interface ParentStash {
  claimed: SnippetItem | null;
  parentCode: string | null;
}

export function request(ctx: Context<object, ParentStash>): DynamoDBGetItemRequest {
  const claimed = ctx.prev.result as SnippetItem | null;
  ctx.stash.claimed = claimed;
  ctx.stash.parentCode = null;
  if (!claimed || !claimed.parentId) runtime.earlyReturn(null);
  return readSnippet(claimed?.parentId ?? '');
}

export function response(ctx: Context<object, ParentStash, undefined, undefined, SnippetItem | null>): unknown {
  stopOnFault(ctx.error, 'The snippet to refine could not be read.');
  ctx.stash.parentCode = ctx.result ? joinedCode(ctx.result) : null;
  return null;
}
