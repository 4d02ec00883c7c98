import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../request/faults.ts';
import { readSnippet } from '../item/read-snippet.ts';
import type { SnippetItem } from '../item/snippet-item.ts';

/** The rows of a list come without their sequence; then the snippet is read. */
export function request(ctx: Context): DynamoDBGetItemRequest {
  const snippet = ctx.source as SnippetItem;
  if (typeof snippet.sequence === 'number') runtime.earlyReturn(snippet.sequence);
  return readSnippet(snippet.id);
}

/** A snippet that was deleted in between counts as one without parts. */
export function response(ctx: Context<object, object, undefined, undefined, SnippetItem | null>): unknown {
  stopOnFault(ctx.error, 'The sequence could not be read.');
  return ctx.result?.sequence ?? 0;
}
