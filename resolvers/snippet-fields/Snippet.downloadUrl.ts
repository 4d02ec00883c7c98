import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from '../request/faults.ts';
import type { ShownSnippet } from '../item/snippet-item.ts';

export function request(ctx: Context): LambdaRequest {
  const snippet = ctx.source as ShownSnippet;
  if (snippet.status !== 'COMPLETED' || snippet.alone) runtime.earlyReturn(null);
  return { operation: 'BatchInvoke', payload: { link: snippet.objectKey } };
}

export function response(ctx: Context): unknown {
  stopOnFault(ctx.error, 'The link could not be made.');
  return ctx.result;
}
