import { util } from '@aws-appsync/utils';
import type { Quota } from '../../schema/types.generated.ts';
import { dayAgo, endOfDay } from './days.ts';
import type { Limits } from './limits-of.ts';
import type { QuotaItem } from './quota-item.ts';
import { counted, deadRuns, openRuns } from './quota-item.ts';

/** One limit of a quota, its current use, and what the request adds to it. */
export interface QuotaCheck {
  /** The name of the limit for programs. */
  quota: Quota;
  /** The name of the limit for people. */
  what: string;
  limit: number;
  used: number;
  asked: number;
  /** The latest time at which requests are admitted again, in ISO 8601. */
  resetsAt: string;
}

/** The longest time that a generation can take after it was admitted, in milliseconds. */
const LONGEST_RUN_MS = 864_000_000;

/** The limits of an owner who has used this, for a request of so many tokens, whose claim drops the dead runs. */
export function ownerChecks(item: QuotaItem, limits: Limits, tokens: number): QuotaCheck[] {
  const today = dayAgo(0);
  const resetsAt = endOfDay(today);
  const now = util.time.nowEpochMilliSeconds();
  const dead = deadRuns(item, now).map(({ name }) => name);
  const runs = openRuns(item).filter(({ name }) => dead.indexOf(name) < 0);
  const nextEnd = runs.reduce((least, { run }) => Math.min(least, run.until), now + LONGEST_RUN_MS);
  return [
    {
      ...{ quota: 'GENERATIONS', what: 'Your generations of today', limit: limits.generations },
      ...{ used: counted(item, 'used', today), asked: 1, resetsAt },
    },
    {
      ...{ quota: 'TOKENS', what: 'Your tokens of today', limit: limits.tokens },
      ...{ used: counted(item, 'tokens', today), asked: tokens, resetsAt },
    },
    {
      ...{ quota: 'RUNNING', what: 'Your generations that run at once', limit: limits.running },
      ...{ used: runs.length, asked: 1, resetsAt: util.time.epochMilliSecondsToISO8601(nextEnd) },
    },
  ];
}

/** Returns the check of the quota that all owners share. */
export function deploymentCheck(item: QuotaItem, limit: number): QuotaCheck {
  const today = dayAgo(0);
  const used = counted(item, 'used', today);
  const what = 'The generations of today of this whole deployment';
  return { quota: 'DEPLOYMENT', what, limit, used, asked: 1, resetsAt: endOfDay(today) };
}

/** Returns the first check that has no room for the request. */
export function firstRefusal(checks: QuotaCheck[]): QuotaCheck | undefined {
  return checks.find(({ limit, used, asked }) => used + asked > limit);
}

/** Returns the sentence that tells the caller why the request was refused. */
export function refusalSentence({ what, limit, used, asked, resetsAt }: QuotaCheck): string {
  return `${what}: ${used} of ${limit} are used, and this request takes ${asked}; there is room again at the latest from ${resetsAt}.`;
}
