import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../request/faults.ts';
import { readSnippet } from '../item/read-snippet.ts';
import type { ShownSnippet, SnippetItem } from '../item/snippet-item.ts';
import { asShown } from '../item/snippet-item.ts';

export function request(ctx: Context): DynamoDBGetItemRequest {
  const snippet = ctx.source as ShownSnippet;
  if (!snippet.parentId || snippet.alone) runtime.earlyReturn(null);
  return readSnippet(snippet.parentId ?? '');
}

/** A parent has its child's owner, always. */
export function response(ctx: Context<object, object, undefined, undefined, SnippetItem | null>): unknown {
  stopOnFault(ctx.error, 'The snippet that this one refines could not be read.');
  return ctx.result ? asShown(ctx.result, ctx.env) : null;
}
