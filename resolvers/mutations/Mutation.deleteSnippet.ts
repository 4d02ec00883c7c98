import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { MutationDeleteSnippetArgs } from '../../schema/types.generated.ts';
import { checkId } from '../request/input.ts';
import type { SnippetItem } from '../item/snippet-item.ts';

/** The data that the steps of `deleteSnippet` pass on to each other. */
export interface DeletionStash {
  /** The snippet as the caller sees it. It has ended. */
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
