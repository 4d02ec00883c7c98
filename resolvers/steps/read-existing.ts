import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../request/faults.ts';
import type { GenerationStash } from '../request/generation.ts';
import { refuseAnothers } from '../request/same-request.ts';
import { readSnippet } from '../item/read-snippet.ts';
import type { SnippetRow } from '../item/snippet-item.ts';
import { asShown, isUnheld, itemOf } from '../item/snippet-item.ts';
import { hasEnded } from '../../schema/has-ended.ts';

export function request(ctx: Context<object, GenerationStash>): DynamoDBGetItemRequest {
  if (!ctx.stash.mayExist) runtime.earlyReturn({});
  return readSnippet(ctx.stash.id);
}

export function response(ctx: Context<object, GenerationStash, undefined, undefined, SnippetRow | null>): unknown {
  stopOnFault(ctx.error, 'The snippet could not be looked up; nothing was started.');
  const item = itemOf(ctx.result);
  if (!item) return {};
  refuseAnothers(item, ctx.stash);
  ctx.stash.existing = item;
  ctx.stash.start = !hasEnded(asShown(item)) && isUnheld(item);
  return {};
}
