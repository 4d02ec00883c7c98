import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationReportTokensArgs, SnippetStatus } from '../../schema/types.generated.ts';
import { reportOf } from '../quota/reported-tokens.ts';
import { checkId } from '../request/input.ts';
import type { ChangeStash } from '../steps/changes/apply-change.ts';

type Args = MutationReportTokensArgs;

export function request(ctx: Context<Args, ChangeStash>): unknown {
  const { id, attempt, spent } = ctx.args;
  checkId('id', id);
  checkId('attempt', attempt);
  const report = reportOf(attempt);
  ctx.stash.change = {
    changes: { set: { [report]: spent } },
    when: {
      expression: `shown.#attempts >= :one AND attribute_not_exists(#${report})`,
      names: ['attempts', report],
      values: { one: 1 },
    },
  };
  return {};
}

/** Null for a snippet that is gone, and for a report that was made before. */
export function response(ctx: Context<Args, ChangeStash>): SnippetStatus | null {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.stash.item?.status ?? null;
}
