import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import type { SnippetRefinementsArgs } from '../../schema/types.generated.ts';
import { queryPage, shownPage } from '../item/snippet-page.ts';
import type { ShownSnippet } from '../item/snippet-item.ts';

export function request(ctx: Context<SnippetRefinementsArgs>): DynamoDBQueryRequest {
  const snippet = ctx.source as ShownSnippet;
  if (snippet.alone) runtime.earlyReturn({});
  return queryPage('byParentV2', 'parentId', snippet.id, ctx.args);
}

export function response(ctx: Context<SnippetRefinementsArgs>): unknown {
  return shownPage(ctx);
}
