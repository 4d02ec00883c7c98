import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../../request/faults.ts';
import { readSnippet } from '../../item/read-snippet.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { itemOf, joinedCode } from '../../item/snippet-item.ts';
import type { ChangeStash } from '../changes/apply-change.ts';

/** The code of the parent of a claimed snippet, for the following steps. It is null or absent if there is none. */
export interface ParentStash {
  parentCode?: string | null;
}

export function request(ctx: Context<object, ChangeStash>): DynamoDBGetItemRequest {
  const parentId = ctx.stash.item?.parentId;
  if (!parentId) runtime.earlyReturn({});
  return readSnippet(parentId ?? '');
}

export function response(
  ctx: Context<object, ChangeStash & ParentStash, undefined, undefined, SnippetRow | null>,
): unknown {
  stopOnFault(ctx.error, 'The snippet to refine could not be read.');
  const parent = itemOf(ctx.result);
  // Under the id of a parent that was deleted there may be a snippet of somebody else now.
  const isParent = parent && parent.owner === ctx.stash.item?.owner;
  ctx.stash.parentCode = isParent ? joinedCode(parent) : null;
  return {};
}
