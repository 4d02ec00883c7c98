import type { GenerationStash } from '../request/generation.ts';
import type { QuotaItem } from './quota-item.ts';
import { staleCounters } from './stale-counters.ts';

/** Keeps what the owner has used, for the steps that charge it; null is an owner that was never charged. */
export function noteQuota(stash: GenerationStash, quota: QuotaItem | null): void {
  stash.quota = quota ?? ({} as QuotaItem);
  stash.stale = staleCounters(stash.quota);
}
