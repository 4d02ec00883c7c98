import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { notFound, stopOnFault } from '../faults.ts';
import type { GenerationStash } from '../generation.ts';
import { readSnippet } from '../read.ts';
import { refuseAnothers } from '../repeated.ts';
import type { SnippetItem } from '../snippet-item.ts';
import { asShown } from '../snippet-item.ts';

export function request(ctx: Context<object, GenerationStash>): DynamoDBGetItemRequest {
  return readSnippet(ctx.stash.id);
}

export function response(ctx: Context<object, GenerationStash, undefined, undefined, SnippetItem | null>): unknown {
  stopOnFault(ctx.error, 'The snippet was recorded, but could not be read; ask for it by its id.');
  const item = ctx.result ?? notFound(ctx.stash.id);
  refuseAnothers(item, ctx.stash);
  return asShown(item, ctx.env);
}
