import { util } from '@aws-appsync/utils';
import type { GenerationStash } from '../request/generation.ts';
import type { OpenRun, QuotaItem } from './quota-item.ts';
import { deadRuns, runOf } from './quota-item.ts';
import { staleCounters } from './stale-counters.ts';

/**
 * Keeps what the owner has used, for the steps that charge it; null is an owner that was never charged. A request whose own
 * run is there removes nothing, because what its claim adds is 0.
 */
export function noteQuota(stash: GenerationStash, quota: QuotaItem | null): void {
  stash.quota = quota ?? ({} as QuotaItem);
  stash.ownRun = stash.quota[runOf(stash.id)] as OpenRun | undefined;
  const isFirst = !stash.ownRun;
  stash.stale = staleCounters(stash.quota).filter(() => isFirst);
  stash.dead = deadRuns(stash.quota, util.time.nowEpochMilliSeconds()).filter(() => isFirst);
}
