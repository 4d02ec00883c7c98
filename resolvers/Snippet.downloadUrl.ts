import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from './faults.ts';
import type { SnippetItem } from './snippet-item.ts';

interface Source extends SnippetItem {
  /** Set in events and on what was just deleted. */
  withoutLink?: boolean;
}

export function request(ctx: Context<object, object, undefined, Source>): LambdaRequest {
  if (ctx.source.status !== 'COMPLETED' || ctx.source.withoutLink) runtime.earlyReturn(null);
  return { operation: 'BatchInvoke', payload: { link: ctx.source.objectKey } };
}

export function response(ctx: Context<object, object, undefined, Source>): unknown {
  stopOnFault(ctx.error, 'The link could not be made.');
  return ctx.result;
}
