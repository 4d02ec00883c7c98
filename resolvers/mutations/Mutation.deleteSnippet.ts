import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationDeleteSnippetArgs } from '../../schema/types.generated.ts';
import { checkId } from '../request/input.ts';
import type { SnippetItem } from '../item/snippet-item.ts';

/** What the steps of `deleteSnippet` hand on to each other. */
export interface DeletionStash {
  /** As it is shown to the caller: it has ended. */
  item: SnippetItem;
}

export function request(ctx: Context<MutationDeleteSnippetArgs>): unknown {
  checkId('id', ctx.args.id);
  return {};
}

export function response(ctx: Context<MutationDeleteSnippetArgs, DeletionStash>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { ...ctx.stash.item, alone: true };
}
