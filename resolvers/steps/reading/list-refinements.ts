import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import type { SnippetRefinementsArgs } from '../../../schema/types.generated.ts';
import type { PageStash } from '../../item/snippet-page.ts';
import { queryPage, shownPage } from '../../item/snippet-page.ts';
import type { ShownSnippet } from '../../item/snippet-item.ts';

export function request(ctx: Context<SnippetRefinementsArgs>): DynamoDBQueryRequest {
  const snippet = ctx.source as ShownSnippet;
  if (snippet.alone) runtime.earlyReturn({});
  return queryPage('byParentV2', 'parentId', snippet.id, ctx.args);
}

export function response(ctx: Context<SnippetRefinementsArgs, PageStash>): unknown {
  const { items, nextToken } = shownPage(ctx);
  const { owner } = ctx.source as ShownSnippet;
  // Those of somebody else refined a deleted snippet that had this id before.
  ctx.stash.page = { items: items.filter((item) => item.owner === owner), nextToken };
  return {};
}
