import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationCancelSnippetArgs } from '../../schema/types.generated.ts';
import { stillExpected } from '../item/conditions.ts';
import { notFound } from '../request/faults.ts';
import { checkId } from '../request/input.ts';
import { ownerOf } from '../request/owner.ts';
import type { ChangeStash } from '../steps/changes/apply-change.ts';

export function request(ctx: Context<MutationCancelSnippetArgs, ChangeStash>): unknown {
  checkId('id', ctx.args.id);
  const cancelled = { status: 'CANCELLED', updatedAt: util.time.nowISO8601() };
  ctx.stash.change = {
    changes: { set: { lease: 0 }, show: cancelled },
    when: stillExpected('#owner = :me AND shown.#status IN (:pending, :generating)', ['owner'], {
      me: ownerOf(ctx.identity),
      pending: 'PENDING',
      generating: 'GENERATING',
    }),
  };
  return {};
}

export function response(ctx: Context<MutationCancelSnippetArgs, ChangeStash>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const item = ctx.stash.item;
  if (!item || item.owner !== ownerOf(ctx.identity)) return notFound(ctx.args.id);
  return item;
}
