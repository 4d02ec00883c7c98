import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { QueryEstimateRefinementArgs } from '../../schema/types.generated.ts';
import type { GenerationStash } from '../request/generation.ts';
import { beginGeneration } from '../request/generation.ts';
import { checkId } from '../request/input.ts';

export function request(ctx: Context<QueryEstimateRefinementArgs, GenerationStash>): unknown {
  const { id, instruction, options } = ctx.args;
  checkId('id', id);
  beginGeneration(ctx, { language: null, instruction, parentId: id, options: options ?? {} });
  return {};
}

export function response(ctx: Context): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.prev.result;
}
