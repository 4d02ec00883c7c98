import type { Context } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { Link } from '../steps/reading/sign-link.ts';

export function request(): unknown {
  return {};
}

export function response(ctx: Context<object, object, { result: Link }>): unknown {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.prev.result.url ?? null;
}
