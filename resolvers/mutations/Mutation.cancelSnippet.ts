import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationCancelSnippetArgs } from '../../schema/types.generated.ts';
import { changeSnippet } from '../item/change-snippet.ts';
import { notFound } from '../request/faults.ts';
import { checkId } from '../request/input.ts';
import { ownerOf } from '../request/owner.ts';
import { asShown } from '../item/snippet-item.ts';
import type { ChangeStash } from '../steps/apply-change.ts';

export function request(ctx: Context<MutationCancelSnippetArgs, ChangeStash>): unknown {
  checkId('id', ctx.args.id);
  ctx.stash.change = changeSnippet(ctx.args.id, {
    values: { status: 'CANCELLED', lease: 0, updatedAt: util.time.nowISO8601() },
    ways: {},
    when: {
      expression: '#owner = :me AND #status IN (:pending, :generating)',
      names: ['owner', 'status'],
      values: { me: ownerOf(ctx.identity), pending: 'PENDING', generating: 'GENERATING' },
    },
  });
  return {};
}

export function response(ctx: Context<MutationCancelSnippetArgs, ChangeStash>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const item = ctx.stash.item;
  if (!item || item.owner !== ownerOf(ctx.identity)) return notFound(ctx.args.id);
  return asShown(item, ctx.env);
}
