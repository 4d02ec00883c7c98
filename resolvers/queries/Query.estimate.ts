import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { QueryEstimateArgs } from '../../schema/types.generated.ts';
import type { GenerationStash } from '../request/generation.ts';
import { beginGeneration } from '../request/generation.ts';

export function request(ctx: Context<QueryEstimateArgs, GenerationStash>): unknown {
  const { language, instruction, options } = ctx.args;
  beginGeneration(ctx, { language, instruction, parentId: null, options: options ?? {} });
  return {};
}

export function response(ctx: Context): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.prev.result;
}
