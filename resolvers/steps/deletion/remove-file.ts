import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { stopOnFault } from '../../request/faults.ts';
import type { DeletionStash } from '../../mutations/Mutation.deleteSnippet.ts';

export function request(ctx: Context<object, DeletionStash>): LambdaRequest {
  return { operation: 'Invoke', payload: { remove: ctx.stash.item.objectKey } };
}

export function response(ctx: Context): unknown {
  stopOnFault(ctx.error, 'The file could not be removed; the snippet is still there.');
  return {};
}
