import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import type { QuerySnippetsArgs } from '../../../schema/types.generated.ts';
import type { PageStash } from '../../item/snippet-page.ts';
import { queryPage, shownPage } from '../../item/snippet-page.ts';
import { ownerOf } from '../../request/owner.ts';

export function request(ctx: Context<QuerySnippetsArgs>): DynamoDBQueryRequest {
  const { language } = ctx.args;
  const owner = ownerOf(ctx.identity);
  return language
    ? queryPage('byOwnerAndLanguageV2', 'ownerLanguage', `${owner}#${language}`, ctx.args)
    : queryPage('byOwnerV2', 'owner', owner, ctx.args);
}

export function response(ctx: Context<QuerySnippetsArgs, PageStash>): unknown {
  ctx.stash.page = shownPage(ctx);
  return {};
}
