import type { Context } from 'aws-lambda';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from '../schema/has-ended.ts';
import { polls } from '../schema/limits/wait-times.ts';
import { readConfig } from './function-config.ts';
import { functions } from './function-manifest.ts';
import { createSnippetApi } from './snippet-api.ts';

const api = createSnippetApi(readConfig());

const TIMEOUT_MS = functions['await-snippet'].timeoutSeconds * 1000;

/**
 * Comes back when the snippet has ended, or `waitMs` after it was called, or as soon as its state cannot be asked for.
 * What passed before it could begin counts.
 */
export async function handler(event: { id: string; waitMs: number }, context: Context): Promise<null> {
  const { id } = event;
  const waitMs = Math.max(0, event.waitMs - (TIMEOUT_MS - context.getRemainingTimeInMillis()));
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
