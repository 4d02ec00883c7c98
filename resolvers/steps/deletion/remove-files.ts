import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import type { DeleteAllStash } from '../../mutations/Mutation.deleteAllSnippets.ts';
import { stopOnFault } from '../../request/faults.ts';

/** The files go before the snippets, which alone know them: when this fails, a repeated call finds both. */
export function request(ctx: Context<object, DeleteAllStash>): LambdaRequest {
  const keys = ctx.stash.items.map(({ objectKey }) => objectKey);
  if (keys.length === 0) runtime.earlyReturn({});
  return { operation: 'Invoke', payload: { removeAll: keys } };
}

export function response(ctx: Context): unknown {
  stopOnFault(ctx.error, 'The files could not be removed; the snippets are still there. Call again.');
  return {};
}
