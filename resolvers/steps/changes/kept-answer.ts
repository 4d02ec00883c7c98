import type { Context, NONERequest } from '@aws-appsync/utils';
import type { KeptAnswer, TaskOptions } from '../../../schema/types.generated.ts';
import type { SnippetItem } from '../../item/snippet-item.ts';
import { joinedCode } from '../../item/snippet-item.ts';
import { settingsOf } from '../../request/resolver-settings.ts';
import type { ChangeStash } from './apply-change.ts';

/** The kept answer of a claimed snippet, for the following steps. It is absent if there is none. */
export interface KeptStash {
  /** What an earlier attempt kept, null or absent when there is nothing. */
  kept?: KeptAnswer | null;
  /** What this attempt is told: the last one asks for no repair, because nobody would finish if it broke off. */
  told?: TaskOptions;
}

/** A step of its own, because AppSync bounds how much one code may hold. */
export function request(ctx: Context<object, ChangeStash & KeptStash>): NONERequest {
  const { item } = ctx.stash;
  if (item) {
    const mayRepair = item.attempts < settingsOf(ctx.env).maxAttempts;
    ctx.stash.kept = keptAnswer(item);
    ctx.stash.told = mayRepair ? item.options : { ...item.options, repair: false };
  }
  return { payload: {} };
}

export function response(): unknown {
  return {};
}

function keptAnswer(item: SnippetItem): KeptAnswer | null {
  const code = joinedCode(item);
  return item.kept && code ? { ...item.kept, code } : null;
}
