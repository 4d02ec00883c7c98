import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { QuerySnippetsArgs } from '../../schema/types.generated.ts';
import type { Page, PageStash } from '../item/snippet-page.ts';
import { checkPage } from '../item/snippet-page.ts';

export function request(ctx: Context<QuerySnippetsArgs>): unknown {
  checkPage(ctx.args);
  return {};
}

export function response(ctx: Context<object, PageStash>): Page | undefined {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.stash.page;
}
