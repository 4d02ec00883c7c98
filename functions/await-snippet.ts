import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from './function-config.ts';
import { createSnippetApi } from './snippet-api.ts';

const api = createSnippetApi(readConfig());

const MOST_POLLS = 30;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 1_000;

/** Comes back when the snippet has ended, or after `waitMs`. Asks every half second at first, at most 30 times. */
export async function handler({ id, waitMs }: { id: string; waitMs: number }): Promise<null> {
  const until = Date.now() + waitMs;
  for (let poll = 0, pause = FIRST_WAIT_MS; poll < MOST_POLLS; poll++) {
    const left = until - Date.now();
    if (left <= 0) break;
    await sleep(Math.min(pause, left));
    const status = await api.call('snippetStatus', { id });
    if (status !== 'PENDING' && status !== 'GENERATING') break;
    pause = Math.min(pause * 1.1, LONGEST_WAIT_MS);
  }
  return null;
}
