import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { deletionItems } from '../../../schema/limits/request-limits.ts';
import { queryPage } from '../../item/snippet-page.ts';
import type { SnippetRow } from '../../item/snippet-item.ts';
import { itemOf } from '../../item/snippet-item.ts';
import type { DeleteAllStash } from '../../mutations/Mutation.deleteAllSnippets.ts';
import { stopOnFault } from '../../request/faults.ts';
import { ownerOf } from '../../request/owner.ts';

/** The newest snippets of the caller: what is left of them, as each step removes what it found. */
export function request(ctx: Context): DynamoDBQueryRequest {
  return queryPage('byOwnerV2', 'owner', ownerOf(ctx.identity), { limit: deletionItems });
}

export function response(ctx: Context<object, DeleteAllStash, undefined, undefined, { items: SnippetRow[] }>): unknown {
  stopOnFault(ctx.error, 'The snippets could not be listed; nothing was deleted.');
  ctx.stash.items = ctx.result.items.map((row) => itemOf(row));
  ctx.stash.deleted = 0;
  return {};
}
