import type { Context, DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { wasRefused } from '../item/change-snippet.ts';
import { stopOnFault } from '../request/faults.ts';

/** What the steps of a conditional change hand on to each other. */
export interface ChangeStash {
  /** Made by the field, carried out here. */
  change: DynamoDBUpdateItemRequest;
  /** True when the condition did not hold. */
  refused: boolean;
}

export function request(ctx: Context<object, ChangeStash>): DynamoDBUpdateItemRequest {
  return ctx.stash.change;
}

export function response(ctx: Context<object, ChangeStash>): unknown {
  ctx.stash.refused = wasRefused(ctx.error);
  if (ctx.stash.refused) return null;
  stopOnFault(ctx.error, 'The snippet could not be changed.');
  return ctx.result;
}
