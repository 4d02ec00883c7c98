import { expect, it } from 'vitest';
import { untilEnded } from '../../functions/until-ended.ts';
import type { SnippetStatus } from '../../client/index.ts';

/** Waits for a snippet with these statuses, one a look, the last again and again; a look takes `lookMs`. */
async function looksWithin(waitMs: number, statuses: (SnippetStatus | null)[], lookMs = 0) {
  let now = 0;
  const looks: number[] = [];
  const look = async (): Promise<SnippetStatus | null> => {
    looks.push(Math.round(now));
    now += lookMs;
    return statuses[Math.min(looks.length, statuses.length) - 1] ?? null;
  };
  await untilEnded(look, waitMs, { now: () => now, pause: async (milliseconds) => void (now += milliseconds) });
  return { looks, backAt: now };
}

it('who waits in vain looks ever more seldom, is back in time, and does not look when the time is over', async () => {
  expect(await looksWithin(2_000, ['GENERATING'])).toEqual({ looks: [500, 1_050, 1_655], backAt: 2_000 });
});

it('a wait as long as the pause before a look has none', async () => {
  expect(await looksWithin(500, ['PENDING'])).toEqual({ looks: [], backAt: 500 });
});

it('time that was over before it began is not waited for', async () => {
  expect(await looksWithin(-100, ['PENDING'])).toEqual({ looks: [], backAt: 0 });
});

it.each<[string, SnippetStatus | null]>([
  ['is completed', 'COMPLETED'],
  ['failed', 'FAILED'],
  ['is gone', null],
])('who waits for a snippet that %s is back with the look that saw it', async (_what, end) => {
  expect(await looksWithin(25_000, ['PENDING', 'GENERATING', end])).toEqual({
    looks: [500, 1_050, 1_655],
    backAt: 1_655,
  });
});

it('the longest wait takes no more than the looks that are allowed, however fast they are', async () => {
  const { looks, backAt } = await looksWithin(25_000, ['GENERATING']);
  expect(looks.length).toBeLessThanOrEqual(30);
  expect(backAt).toBe(25_000);
});
