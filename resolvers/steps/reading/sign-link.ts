import type { Context, LambdaRequest } from '@aws-appsync/utils';
import { runtime, util } from '@aws-appsync/utils';
import { stopOnFault } from '../../request/faults.ts';
import { settingsOf } from '../../request/resolver-settings.ts';
import type { ShownSnippet } from '../../item/snippet-item.ts';

/** The result of this step. If the URL is absent, there is no file. */
export interface Link {
  url?: string | null;
}

export function request(ctx: Context): LambdaRequest {
  const snippet = ctx.source as ShownSnippet;
  if (snippet.status !== 'COMPLETED' || snippet.alone || isGone(snippet, ctx.env)) runtime.earlyReturn({});
  return { operation: 'BatchInvoke', payload: { link: snippet.objectKey } };
}

/** S3 removes a file some time after its days are over, at the earliest then. */
function isGone({ completedAt, updatedAt }: ShownSnippet, env: Record<string, string>): boolean {
  const { fileDays } = settingsOf(env);
  const storedAt = util.time.parseISO8601ToEpochMilliSeconds(completedAt ?? updatedAt);
  return fileDays > 0 && util.time.nowEpochMilliSeconds() - storedAt >= fileDays * 86_400_000;
}

export function response(ctx: Context<object, object, undefined, undefined, string | null>): Link {
  stopOnFault(ctx.error, 'The link could not be made.');
  return { url: ctx.result };
}
