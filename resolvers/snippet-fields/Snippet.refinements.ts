import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { SnippetRefinementsArgs } from '../../schema/types.generated.ts';
import type { Page, PageStash } from '../item/snippet-page.ts';
import { checkPage } from '../item/snippet-page.ts';

export function request(ctx: Context<SnippetRefinementsArgs>): unknown {
  checkPage(ctx.args);
  return {};
}

/** Null in events and of what was just deleted, for which nothing was listed. */
export function response(ctx: Context<object, PageStash>): Page | null {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.stash.page ?? null;
}
