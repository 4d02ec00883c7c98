import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import { stopOnFault } from './faults.ts';
import type { SnippetItem } from './snippet-item.ts';

interface Source extends SnippetItem {
  /** Set in events and on what was just deleted. */
  withoutLink?: boolean;
}

export function request(ctx: Context): LambdaRequest {
  const snippet = ctx.source as Source;
  if (snippet.status !== 'COMPLETED' || snippet.withoutLink) runtime.earlyReturn(null);
  return { operation: 'BatchInvoke', payload: { link: snippet.objectKey } };
}

export function response(ctx: Context): unknown {
  stopOnFault(ctx.error, 'The link could not be made.');
  return ctx.result;
}
