import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { Deletion } from '../../schema/types.generated.ts';
import type { SnippetItem } from '../item/snippet-item.ts';

/** The data that the steps of `deleteAllSnippets` pass on to each other. */
export interface DeleteAllStash {
  /** What is removed in this step. */
  items: SnippetItem[];
  deleted: number;
}

export function request(): unknown {
  return {};
}

export function response(ctx: Context<object, DeleteAllStash>): Deletion {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { items, deleted } = ctx.stash;
  return { deleted, done: items.length === 0 };
}
