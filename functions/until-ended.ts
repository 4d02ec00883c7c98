import { hasEnded } from '../schema/has-ended.ts';
import { polls } from '../schema/limits/wait-times.ts';
import type { SnippetStatus } from '../schema/types.generated.ts';

/** What the waiting knows of time. */
interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/**
 * Looks at the status of a snippet until it has ended, is gone, or `waitMs` are over. There is no look when the time is
 * over: who waited reads the snippet then in any case, and many who waited for the same time would all look at once.
 */
export async function untilEnded(
  look: () => Promise<SnippetStatus | null>,
  waitMs: number,
  { now, pause }: Clock,
): Promise<void> {
  const until = now() + waitMs;
  for (let poll = 0, next: number = polls.firstPauseMs; poll < polls.most; poll++) {
    const left = until - now();
    await pause(Math.max(0, Math.min(next, left)));
    if (left <= next) return;
    const status = await look();
    if (!status || hasEnded({ status })) return;
    next = Math.min(next * polls.growth, polls.longestPauseMs);
  }
}
