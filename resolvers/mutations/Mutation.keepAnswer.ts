import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationKeepAnswerArgs, SnippetProgress } from '../../schema/types.generated.ts';
import { claimedAtSequence } from '../item/conditions.ts';
import { attemptLost, notFound } from '../request/faults.ts';
import { checkId } from '../request/input.ts';
import { leaseFromNow } from '../item/lease-end.ts';
import { progressOf } from '../item/progress.ts';
import type { StoredAnswer } from '../item/snippet-item.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import type { ChangeStash } from '../steps/changes/apply-change.ts';

type Args = MutationKeepAnswerArgs;

export function request(ctx: Context<Args, ChangeStash>): unknown {
  const { id, attempt, sequence, model, usage, modelCalls, check } = ctx.args;
  checkId('id', id);
  checkId('attempt', attempt);
  const kept: StoredAnswer = { model, usage: usage ?? null, modelCalls, check };
  ctx.stash.change = {
    changes: { set: { lease: leaseFromNow(ctx.env), kept } },
    when: claimedAtSequence(sequence, attempt),
  };
  return {};
}

export function response(ctx: Context<Args, ChangeStash>): SnippetProgress {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const item = ctx.stash.item ?? notFound(ctx.args.id);
  if (ctx.stash.refused && !hasEnded(item)) attemptLost(item.id);
  return progressOf(item);
}
