import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { ShownSnippet } from '../item/snippet-item.ts';

export function request(): unknown {
  return {};
}

export function response(ctx: Context): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const snippet = ctx.source as ShownSnippet;
  return snippet.alone ? null : ctx.prev.result;
}
