import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../request/faults.ts';
import { readSnippet } from '../item/read-snippet.ts';
import type { SnippetItem } from '../item/snippet-item.ts';
import { joinedCode } from '../item/snippet-item.ts';

/** The rows of a list come without parts; then the snippet is read. */
export function request(ctx: Context): DynamoDBGetItemRequest {
  const snippet = ctx.source as SnippetItem;
  if (snippet.parts) runtime.earlyReturn(joinedCode(snippet));
  return readSnippet(snippet.id);
}

export function response(ctx: Context<object, object, undefined, undefined, SnippetItem | null>): unknown {
  stopOnFault(ctx.error, 'The code could not be read.');
  return ctx.result ? joinedCode(ctx.result) : null;
}
