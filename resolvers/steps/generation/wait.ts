import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import type { GenerationStash } from '../../request/generation.ts';
import { asShown } from '../../item/snippet-item.ts';
import { hasEnded } from '../../../schema/has-ended.ts';

export function request(ctx: Context<object, GenerationStash>): LambdaRequest {
  const { existing, startRefused, refusedBy, beganAt } = ctx.stash;
  // At the level ERROR AppSync's log has no line of a refused start, which is no error of a field; the function counts it.
  if (startRefused) return { operation: 'Invoke', payload: { id: ctx.stash.id, notStarted: true } };
  const waitMs = ctx.stash.waitMs - (util.time.nowEpochMilliSeconds() - beganAt);
  if (refusedBy || waitMs <= 0 || (existing && hasEnded(asShown(existing)))) runtime.earlyReturn({});
  return { operation: 'Invoke', payload: { id: ctx.stash.id, waitMs } };
}

/** Ignores the result of the waiting, because the next step reads the snippet anyway. */
export function response(): unknown {
  return {};
}
