import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import type { QuerySnippetArgs } from '../../schema/types.generated.ts';
import { stopOnFault } from '../request/faults.ts';
import { checkId } from '../request/input.ts';
import { ownerOf } from '../request/owner.ts';
import { readSnippet } from '../item/read-snippet.ts';
import type { SnippetRow } from '../item/snippet-item.ts';
import { asShown, itemOf } from '../item/snippet-item.ts';

export function request(ctx: Context<QuerySnippetArgs>): DynamoDBGetItemRequest {
  checkId('id', ctx.args.id);
  return readSnippet(ctx.args.id);
}

export function response(ctx: Context<QuerySnippetArgs, object, undefined, undefined, SnippetRow | null>): unknown {
  stopOnFault(ctx.error, 'The snippet could not be read.');
  const item = itemOf(ctx.result);
  if (!item || item.owner !== ownerOf(ctx.identity)) return null;
  return asShown(item);
}
