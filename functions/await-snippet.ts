import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from '../schema/has-ended.ts';
import { polls } from '../schema/limits.ts';
import { readConfig } from './function-config.ts';
import { createSnippetApi } from './snippet-api.ts';

const api = createSnippetApi(readConfig());

/** Comes back when the snippet has ended, or after `waitMs`, or as soon as its state cannot be asked for. */
export async function handler({ id, waitMs }: { id: string; waitMs: number }): Promise<null> {
  const given = new AbortController();
  const late = sleep(waitMs + polls.graceMs, undefined, { signal: given.signal }).catch(() => undefined);
  try {
    await Promise.race([untilEnded(id, Date.now() + waitMs), late]);
  } finally {
    given.abort();
  }
  return null;
}

async function untilEnded(id: string, untilMs: number): Promise<void> {
  for (let poll = 0, pause: number = polls.firstPauseMs; poll < polls.most; poll++) {
    const left = untilMs - Date.now();
    if (left <= 0) return;
    await sleep(Math.min(pause, left));
    const status = await api.call('snippetStatus', { id });
    if (!status || hasEnded({ status })) return;
    pause = Math.min(pause * polls.growth, polls.longestPauseMs);
  }
}
