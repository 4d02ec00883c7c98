import type { Context, DynamoDBBatchDeleteItemRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import type { DeleteAllStash } from '../../mutations/Mutation.deleteAllSnippets.ts';
import { stopOnFault } from '../../request/faults.ts';

/** In DynamoDB's words. */
interface Deleted {
  unprocessedKeys?: Record<string, unknown[] | null> | null;
}

export function request(ctx: Context<object, DeleteAllStash>): DynamoDBBatchDeleteItemRequest {
  const keys = ctx.stash.items.map(({ id }) => util.dynamodb.toMapValues({ id }));
  if (keys.length === 0) runtime.earlyReturn({});
  return { operation: 'BatchDeleteItem', tables: { [ctx.env['TABLE'] ?? '']: keys } };
}

/** What DynamoDB did not get to is found again by the next call. */
export function response(ctx: Context<object, DeleteAllStash, undefined, undefined, Deleted>): unknown {
  stopOnFault(ctx.error, 'The files were removed, the snippets could not be. Call again.');
  const left = ctx.result.unprocessedKeys?.[ctx.env['TABLE'] ?? ''] ?? [];
  ctx.stash.deleted = ctx.stash.items.length - left.length;
  return {};
}
