import type { Context, NONERequest } from '@aws-appsync/utils';
import type { GenerationStash } from '../../request/generation.ts';
import { checkedOptions } from '../../request/generation-options.ts';
import { settingsOf } from '../../request/resolver-settings.ts';

/** Left out when it is not set, so that a request of a version without this option is still the same. */
const repairAsked: Record<string, object> = { null: {}, true: { repair: true }, false: { repair: false } };

/** A step of its own, because AppSync bounds how much one code may hold. */
export function request(ctx: Context<object, GenerationStash>): NONERequest {
  const { language, instruction, parentId, given } = ctx.stash;
  const options = checkedOptions(given, settingsOf(ctx.env));
  const { repair, ...told } = options;
  ctx.stash.options = options;
  ctx.stash.request = JSON.stringify({
    language: language ?? null,
    instruction,
    parentId: parentId ?? null,
    ...told,
    ...repairAsked[`${repair}`],
  });
  return { payload: {} };
}

export function response(): unknown {
  return {};
}
