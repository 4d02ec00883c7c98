import { util } from '@aws-appsync/utils';
import { usageDays } from '../../schema/limits/quota-limits.ts';
import { beginOf } from './days.ts';
import type { QuotaItem } from './quota-item.ts';

/** Some counters of days of which `Query.usage` tells no more, so that they can be removed. */
export function staleCounters(item: QuotaItem): string[] {
  const oldest = util.time.nowEpochMilliSeconds() - usageDays.most * 86_400_000;
  const counters = Object.keys(item).filter((name) => util.matches('^[a-z]+:\\d{4}-\\d\\d-\\d\\d$', name));
  return counters
    .filter((name) => beginOf(name.slice(-10)) < oldest)
    .sort()
    .slice(0, 50);
}
