import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationAppendCodeArgs, SnippetProgress } from '../../schema/types.generated.ts';
import { claimedAtSequence, claimedByAttempt } from '../item/conditions.ts';
import { attemptLost, notFound } from '../request/faults.ts';
import { checkId, refuse } from '../request/input.ts';
import { leaseFromNow } from '../item/lease-end.ts';
import { progressOf } from '../item/progress.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import type { ChangeStash } from '../steps/changes/apply-change.ts';

type Args = MutationAppendCodeArgs;

export function request(ctx: Context<Args, ChangeStash>): unknown {
  const { id, attempt, sequence, offset, part } = ctx.args;
  checkId('id', id);
  checkId('attempt', attempt);
  const lease = leaseFromNow(ctx.env);
  if (typeof part !== 'string') {
    ctx.stash.change = { changes: { set: { lease } }, when: claimedByAttempt(attempt) };
    return {};
  }
  if (part === '') refuse('part', 'empty', 'at least 1 UTF-16 unit, or null');
  if (sequence < 1) refuse('sequence', `${sequence}`, '1 or more with a part');
  if ((offset ?? -1) < 0) refuse('offset', `${offset}`, '0 or more with a part');
  const parts = [part];
  const changes = offset === 0 ? { set: { lease, sequence, parts } } : { set: { lease, sequence }, append: { parts } };
  ctx.stash.change = { changes, when: claimedAtSequence(sequence - 1, attempt) };
  return {};
}

export function response(ctx: Context<Args, ChangeStash>): SnippetProgress {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { id, attempt, sequence } = ctx.args;
  const item = ctx.stash.item ?? notFound(id);
  if (ctx.stash.refused) {
    if (hasEnded(item)) return progressOf(item);
    if (item.attempt !== attempt) attemptLost(id);
    const last = item.sequence ?? 0;
    if (sequence > last) refuse('sequence', `${sequence}`, `up to ${last + 1}`);
  }
  return withPart(progressOf(item), ctx.args);
}

function withPart(progress: SnippetProgress, args: Args): SnippetProgress {
  const { sequence, offset, part } = args;
  return typeof part === 'string' ? { ...progress, sequence, offset, part } : progress;
}
