import { util } from '@aws-appsync/utils';
import type { Quota } from '../../schema/types.generated.ts';
import { dayAgo, endOfDay } from './days.ts';
import type { Limits } from './limits-of.ts';
import type { QuotaItem } from './quota-item.ts';
import { counted, deadRuns, openRuns } from './quota-item.ts';

/** One of the numbers that a quota holds to, and what a request adds to it. */
export interface QuotaCheck {
  /** For programs. */
  quota: Quota;
  /** For people. */
  what: string;
  limit: number;
  used: number;
  asked: number;
  /** When there is room again, at the latest: an ISO time. */
  resetsAt: string;
}

/** A run that has just been let in ends before that, in milliseconds. */
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

/** The ceiling of everybody together. */
export function deploymentCheck(item: QuotaItem, limit: number): QuotaCheck {
  const today = dayAgo(0);
  const used = counted(item, 'used', today);
  const what = 'The generations of today of this whole deployment';
  return { quota: 'DEPLOYMENT', what, limit, used, asked: 1, resetsAt: endOfDay(today) };
}

/** The first that has no room for the request. */
export function firstRefusal(checks: QuotaCheck[]): QuotaCheck | undefined {
  return checks.find(({ limit, used, asked }) => used + asked > limit);
}

/** What a caller is told of it. */
export function refusalSentence({ what, limit, used, asked, resetsAt }: QuotaCheck): string {
  return `${what}: ${used} of ${limit} are used, and this request takes ${asked}; there is room again at the latest from ${resetsAt}.`;
}
