import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { NO_LIMIT, usageDays } from '../../schema/limits/quota-limits.ts';
import type { QueryUsageArgs, UsageDay } from '../../schema/types.generated.ts';
import { readSnippet } from '../item/read-snippet.ts';
import { dayAgo, daysBack, endOfDay } from '../quota/days.ts';
import { limitsOf } from '../quota/limits-of.ts';
import type { Limits } from '../quota/limits-of.ts';
import type { QuotaItem } from '../quota/quota-item.ts';
import { counted, openRuns, quotaId } from '../quota/quota-item.ts';
import { stopOnFault } from '../request/faults.ts';
import { checkRange } from '../request/input.ts';
import { ownerOf } from '../request/owner.ts';
import { settingsOf } from '../request/resolver-settings.ts';

export function request(ctx: Context<QueryUsageArgs>): DynamoDBGetItemRequest {
  checkRange('days', ctx.args.days, 1, usageDays.most);
  return readSnippet(quotaId(ownerOf(ctx.identity)));
}

export function response(ctx: Context<QueryUsageArgs, object, undefined, undefined, QuotaItem | null>): UsageDay[] {
  stopOnFault(ctx.error, 'Your usage could not be read.');
  const limits = limitsOf(ownerOf(ctx.identity), ctx.identity, settingsOf(ctx.env).quotas);
  const days = daysBack.slice(0, ctx.args.days ?? usageDays.usual);
  return days.map((days) => usageOf(ctx.result ?? {}, dayAgo(days), limits));
}

/**
 * Returns the counters of one day. A generation whose time is over counts as failed, even if no claim has removed it
 * yet.
 */
function usageOf(item: QuotaItem, day: string, { generations, tokens }: Limits): UsageDay {
  const now = util.time.nowEpochMilliSeconds();
  const open = openRuns(item).filter(({ run }) => run.day === day);
  const running = open.filter(({ run }) => run.until >= now).length;
  const [completed, cancelled] = [counted(item, 'completed', day), counted(item, 'cancelled', day)];
  const failed = counted(item, 'failed', day) + open.length - running;
  const [inputTokens, outputTokens] = [counted(item, 'read', day), counted(item, 'written', day)];
  const isUnknown = inputTokens + outputTokens > 0 && counted(item, 'priced', day) === 0;
  return {
    ...{ day, asked: completed + failed + cancelled + running, completed, failed, cancelled, running },
    ...{ used: counted(item, 'used', day), limit: shownLimit(generations), inputTokens, outputTokens },
    ...{ usedTokens: counted(item, 'tokens', day), tokenLimit: shownLimit(tokens) },
    cost: isUnknown ? null : counted(item, 'price', day) / 1_000_000_000,
    resetsAt: endOfDay(day),
  };
}

function shownLimit(limit: number): number | null {
  return limit === NO_LIMIT ? null : limit;
}
