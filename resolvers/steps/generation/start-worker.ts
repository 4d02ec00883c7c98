import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime } from '@aws-appsync/utils';
import type { GenerationStash } from '../../request/generation.ts';

export function request(ctx: Context<object, GenerationStash>): LambdaRequest {
  if (!ctx.stash.start) runtime.earlyReturn({});
  return { operation: 'Invoke', invocationType: 'Event', payload: { id: ctx.stash.id } };
}

export function response(ctx: Context<object, GenerationStash>): unknown {
  ctx.stash.startRefused = !!ctx.error;
  return {};
}
