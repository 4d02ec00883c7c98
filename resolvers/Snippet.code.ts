import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from './faults.ts';
import { readSnippet } from './read.ts';
import type { SnippetItem } from './snippet-item.ts';

/** The rows of a list come without parts; then the snippet is read. */
export function request(ctx: Context): DynamoDBGetItemRequest {
  const snippet = ctx.source as SnippetItem;
  if (snippet.parts) runtime.earlyReturn(joined(snippet));
  return readSnippet(snippet.id);
}

export function response(ctx: Context<object, object, undefined, undefined, SnippetItem | null>): unknown {
  stopOnFault(ctx.error, 'The code could not be read.');
  return ctx.result ? joined(ctx.result) : null;
}

function joined(item: SnippetItem): string | null {
  return item.parts && item.parts.length > 0 ? item.parts.join('') : null;
}
