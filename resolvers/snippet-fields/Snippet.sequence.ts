import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { SnippetItem } from '../item/snippet-item.ts';
import { isSameSnippet } from '../item/snippet-item.ts';
import type { ReadStash } from '../steps/reading/read-one.ts';

/** The rows of a list come without their sequence; then the snippet is read. */
export function request(ctx: Context<object, ReadStash>): unknown {
  const snippet = ctx.source as SnippetItem;
  if (typeof snippet.sequence !== 'number') ctx.stash.readId = snippet.id;
  ctx.stash.readFault = 'The sequence could not be read.';
  return {};
}

/** A snippet that was deleted in between counts as one without parts. */
export function response(ctx: Context<object, ReadStash>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const snippet = ctx.source as SnippetItem;
  if (typeof snippet.sequence === 'number') return snippet.sequence;
  const { read } = ctx.stash;
  return read && isSameSnippet(read, snippet) ? (read.sequence ?? 0) : 0;
}
