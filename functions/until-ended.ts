import { hasEnded } from '../schema/has-ended.ts';
import { polls } from '../schema/limits/wait-times.ts';
import type { SnippetStatus } from '../schema/types.generated.ts';

/** The clock that the waiting uses. */
interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/**
 * Reads the status of a snippet repeatedly until the snippet has ended or was deleted, or until `waitMs` are over. The
 * status is not read once more when the time is over: the caller reads the snippet anyway, and many callers who wait
 * equally long would all read at the same moment.
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
