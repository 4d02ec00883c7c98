import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationCompleteSnippetArgs, SnippetCheckInput } from '../../schema/types.generated.ts';
import { claimedAtSequence } from '../item/conditions.ts';
import { attemptLost, notFound } from '../request/faults.ts';
import { checkId } from '../request/input.ts';
import { withReport } from '../quota/reported-tokens.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import type { ChangeStash } from '../steps/changes/apply-change.ts';

type Args = MutationCompleteSnippetArgs;

/** The check of a snippet that a worker of an older version completed. That worker did not check syntax. */
const notChecked: SnippetCheckInput = { state: 'NOT_CHECKED', faults: [], repaired: null };

export function request(ctx: Context<Args, ChangeStash>): unknown {
  const { id, attempt, sequence, model, truncated, usage, modelCalls, check, spent, codeBytes } = ctx.args;
  checkId('id', id);
  checkId('attempt', attempt);
  const now = util.time.nowISO8601();
  const result = {
    status: 'COMPLETED',
    model,
    truncated,
    codeBytes: codeBytes ?? null,
    lease: 0,
    completedAt: now,
    updatedAt: now,
    modelCalls: modelCalls ?? 1,
    check: check ?? notChecked,
  };
  ctx.stash.change = {
    changes: { set: withReport(attempt, spent ?? usage), show: usage ? { ...result, usage } : result },
    when: claimedAtSequence(sequence, attempt),
  };
  return {};
}

/**
 * Publishes the snippet even if it was cancelled. The filter of `onSnippetCompleted` drops every event whose status is
 * not COMPLETED.
 */
export function response(ctx: Context<Args, ChangeStash>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const item = ctx.stash.item ?? notFound(ctx.args.id);
  if (!hasEnded(item)) attemptLost(item.id);
  return { ...item, alone: true };
}
