import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationFailSnippetArgs, SnippetProgress } from '../../schema/types.generated.ts';
import { claimedByAttempt, claimedByNobody } from '../item/conditions.ts';
import { attemptLost, notFound } from '../request/faults.ts';
import { checkId } from '../request/input.ts';
import { withReport } from '../quota/reported-tokens.ts';
import { progressOf } from '../item/progress.ts';
import { failureOf } from '../item/stored-failure.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import type { ChangeStash } from '../steps/changes/apply-change.ts';

type Args = MutationFailSnippetArgs;

export function request(ctx: Context<Args, ChangeStash>): unknown {
  const { id, attempt, code, modelMessage, cause, spent } = ctx.args;
  checkId('id', id);
  if (attempt) checkId('attempt', attempt);
  const failed = { status: 'FAILED', failure: failureOf(code, modelMessage, cause), updatedAt: util.time.nowISO8601() };
  ctx.stash.change = {
    changes: { set: withReport(attempt, spent), show: failed },
    when: attempt ? claimedByAttempt(attempt) : claimedByNobody(),
  };
  return {};
}

export function response(ctx: Context<Args, ChangeStash>): SnippetProgress {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const item = ctx.stash.item ?? notFound(ctx.args.id);
  if (!hasEnded(item)) attemptLost(item.id);
  return progressOf(item);
}
