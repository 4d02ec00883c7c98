import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationFailSnippetArgs, SnippetProgress } from '../../schema/types.generated.ts';
import type { Condition } from '../item/change-snippet.ts';
import { changeSnippet } from '../item/change-snippet.ts';
import { attemptLost, notFound } from '../request/faults.ts';
import { checkId } from '../request/input.ts';
import { progressOf } from '../item/progress.ts';
import { failureOf } from '../item/stored-failure.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import type { ChangeStash } from '../steps/apply-change.ts';

type Args = MutationFailSnippetArgs;

export function request(ctx: Context<Args, ChangeStash>): unknown {
  const { id, attempt, code, modelMessage } = ctx.args;
  checkId('id', id);
  if (attempt) checkId('attempt', attempt);
  ctx.stash.change = changeSnippet(id, {
    values: {
      status: 'FAILED',
      lease: 0,
      failure: failureOf(code, modelMessage),
      updatedAt: util.time.nowISO8601(),
    },
    ways: {},
    when: attempt ? heldBy(attempt) : heldByNobody(),
  });
  return {};
}

export function response(ctx: Context<Args, ChangeStash>): SnippetProgress {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const item = ctx.stash.item ?? notFound(ctx.args.id);
  if (ctx.stash.refused && !hasEnded(item)) attemptLost(item.id);
  return progressOf(item);
}

function heldBy(attempt: string): Condition {
  return {
    expression: '#status = :generating AND #attempt = :mine',
    names: ['status', 'attempt'],
    values: { generating: 'GENERATING', mine: attempt },
  };
}

function heldByNobody(): Condition {
  return {
    expression: '#status = :pending OR (#status = :generating AND #lease < :now)',
    names: ['status', 'lease'],
    values: { pending: 'PENDING', generating: 'GENERATING', now: util.time.nowEpochMilliSeconds() },
  };
}
