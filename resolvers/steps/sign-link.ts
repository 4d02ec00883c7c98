import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../request/faults.ts';
import type { ShownSnippet } from '../item/snippet-item.ts';

/** What this step hands on; without a url there is no file to link to. */
export interface Link {
  url?: string | null;
}

export function request(ctx: Context): LambdaRequest {
  const snippet = ctx.source as ShownSnippet;
  if (snippet.status !== 'COMPLETED' || snippet.alone) runtime.earlyReturn({});
  return { operation: 'BatchInvoke', payload: { link: snippet.objectKey } };
}

export function response(ctx: Context<object, object, undefined, undefined, string | null>): Link {
  stopOnFault(ctx.error, 'The link could not be made.');
  return { url: ctx.result };
}
