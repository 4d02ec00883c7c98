import type { Context } from 'aws-lambda';
import { setTimeout as sleep } from 'node:timers/promises';
import { polls } from '../schema/limits/wait-times.ts';
import { readConfig } from './function-config.ts';
import { functions } from './function-manifest.ts';
import { createSnippetApi } from './snippet-api.ts';
import { untilEnded } from './until-ended.ts';

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
    await Promise.race([
      untilEnded(() => api.call('snippetStatus', { id }), waitMs, { now: Date.now, pause: sleep }),
      late,
    ]);
  } finally {
    given.abort();
  }
  return null;
}
