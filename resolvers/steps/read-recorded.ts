import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { notFound, stopOnFault } from '../request/faults.ts';
import type { GenerationStash } from '../request/generation.ts';
import { readSnippet } from '../item/read-snippet.ts';
import { refuseAnothers } from '../request/same-request.ts';
import type { SnippetRow } from '../item/snippet-item.ts';
import { asShown, itemOf } from '../item/snippet-item.ts';

export function request(ctx: Context<object, GenerationStash>): DynamoDBGetItemRequest {
  return readSnippet(ctx.stash.id);
}

export function response(ctx: Context<object, GenerationStash, undefined, undefined, SnippetRow | null>): unknown {
  stopOnFault(ctx.error, 'The snippet was recorded, but could not be read; ask for it by its id.');
  const item = itemOf(ctx.result) ?? notFound(ctx.stash.id);
  refuseAnothers(item, ctx.stash);
  return asShown(item);
}
