import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { notFound, stopOnFault } from '../request/faults.ts';
import type { GenerationStash } from '../request/generation.ts';
import { readSnippet } from '../item/read-snippet.ts';
import type { SnippetRow } from '../item/snippet-item.ts';
import { asShown, itemOf } from '../item/snippet-item.ts';
import { hasEnded } from '../../schema/has-ended.ts';

export function request(ctx: Context<object, GenerationStash>): DynamoDBGetItemRequest {
  if (ctx.stash.existing) runtime.earlyReturn({});
  return readSnippet(ctx.stash.parentId ?? '');
}

export function response(ctx: Context<object, GenerationStash, undefined, undefined, SnippetRow | null>): unknown {
  stopOnFault(ctx.error, 'The snippet to refine could not be read; nothing was started.');
  const parent = itemOf(ctx.result);
  if (!parent || parent.owner !== ctx.stash.owner) return notFound(ctx.stash.parentId ?? '');
  if (!hasEnded(asShown(parent)) || !parent.parts || parent.parts.length === 0) {
    util.error(
      `The snippet ${parent.id} is ${parent.status} and has no code to refine yet, or none at all.`,
      'Conflict',
    );
  }
  ctx.stash.language = parent.language;
  return {};
}
