import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backOff, defaultWaits, pause } from '../../client/wait-and-retry-times.ts';
import { appSync } from '../../schema/limits/appsync-limits-and-keep-alive.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** How long something waits, in milliseconds, on a clock that only timers move. */
async function lasts(waiting: Promise<void>): Promise<number> {
  const beganAt = Date.now();
  const done = waiting.then(() => Date.now() - beganAt);
  await vi.runAllTimersAsync();
  return done;
}

describe('the pause before a repetition', () => {
  it.each([
    [0, 0.5, 150],
    [1, 0.5, 300],
    [3, 0.25, 600],
    [6, 0.5, 9_600],
    [7, 0.5, 15_000],
    [40, 1, 30_000],
    [2, 0, 0],
  ])('number %i, by the chance %f, takes %i ms', async (count, chance, expected) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    expect(await lasts(backOff(defaultWaits, count, undefined))).toBe(expected);
  });
});

describe('a pause', () => {
  it('ends with the reason as soon as its signal is aborted, and leaves neither timer nor listener', async () => {
    const ending = new AbortController();
    const paused = pause(1_000, ending.signal);
    ending.abort(new Error('enough'));
    await expect(paused).rejects.toThrow('enough');
    expect([vi.getTimerCount(), getEventListeners(ending.signal, 'abort').length]).toEqual([0, 0]);
  });

  it('never begins when its signal was aborted before', async () => {
    await expect(pause(1_000, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is over leaves no listener on a signal that lives on', async () => {
    const { signal } = new AbortController();
    expect(await lasts(pause(1_000, signal))).toBe(1_000);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

it('the client gives up later than AppSync does, and asks after ten seconds without news', () => {
  expect(defaultWaits.answer).toBeGreaterThan(appSync.requestMs);
  expect(defaultWaits.keepAlive).toBeGreaterThan(appSync.keepAliveMs);
  expect(defaultWaits).toMatchObject({ silence: 10_000, acknowledgement: 15_000, answer: 40_000 });
});
