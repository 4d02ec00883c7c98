import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { hasEnded } from '../../../schema/has-ended.ts';
import type { DeleteAllStash } from '../../mutations/Mutation.deleteAllSnippets.ts';
import { stopOnFault } from '../../request/faults.ts';

/**
 * Of the snippets that were at work, one may have been finished after its file was looked for and before it was removed. A
 * worker that stores its file later finds its snippet gone, and removes the file itself.
 */
export function request(ctx: Context<object, DeleteAllStash>): LambdaRequest {
  const keys = ctx.stash.items.filter((item) => !hasEnded(item)).map(({ objectKey }) => objectKey);
  if (keys.length === 0) runtime.earlyReturn({});
  return { operation: 'Invoke', payload: { removeAll: keys } };
}

export function response(ctx: Context): unknown {
  stopOnFault(ctx.error, 'The snippets were removed, but a file of one that was at work may be left.');
  return {};
}
