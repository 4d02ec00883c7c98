import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { SnippetItem } from '../item/snippet-item.ts';
import { isSameSnippet, joinedCode } from '../item/snippet-item.ts';
import type { ReadStash } from '../steps/reading/read-one.ts';

/** The rows of a list come without parts; then the snippet is read. */
export function request(ctx: Context<object, ReadStash>): unknown {
  const snippet = ctx.source as SnippetItem;
  if (!snippet.parts) ctx.stash.readId = snippet.id;
  ctx.stash.readFault = 'The code could not be read.';
  return {};
}

export function response(ctx: Context<object, ReadStash>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const snippet = ctx.source as SnippetItem;
  if (snippet.parts) return joinedCode(snippet);
  const { read } = ctx.stash;
  return read && isSameSnippet(read, snippet) ? joinedCode(read) : null;
}
