import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { ShownSnippet } from '../item/snippet-item.ts';
import { asShown } from '../item/snippet-item.ts';
import type { ReadStash } from '../steps/reading/read-one.ts';

export function request(ctx: Context<object, ReadStash>): unknown {
  const snippet = ctx.source as ShownSnippet;
  if (snippet.parentId && !snippet.alone) ctx.stash.readId = snippet.parentId;
  ctx.stash.readFault = 'The snippet that this one refines could not be read.';
  return {};
}

/** A parent has its child's owner; what has another was recorded under the parent's id after that was deleted. */
export function response(ctx: Context<object, ReadStash>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { read } = ctx.stash;
  return read && read.owner === (ctx.source as ShownSnippet).owner ? asShown(read) : null;
}
