import type { Context, NONERequest } from '@aws-appsync/utils';
import type { GenerationStash } from '../request/generation.ts';
import { checkedOptions } from '../request/generation-options.ts';
import { settingsOf } from '../request/resolver-settings.ts';

/** A step of its own, because AppSync bounds how much one code may hold. */
export function request(ctx: Context<object, GenerationStash>): NONERequest {
  const { language, instruction, parentId, given } = ctx.stash;
  const options = checkedOptions(given, settingsOf(ctx.env));
  ctx.stash.options = options;
  ctx.stash.request = JSON.stringify({
    language: language ?? null,
    instruction,
    parentId: parentId ?? null,
    ...options,
  });
  return { payload: {} };
}

export function response(): unknown {
  return {};
}
