import type { Context } from 'aws-lambda';
import { setTimeout as sleep } from 'node:timers/promises';
import { polls } from '../schema/limits/wait-times.ts';
import { countFailure } from './count-failure.ts';
import { readConfig } from './function-config.ts';
import { functions } from './function-manifest.ts';
import { createSnippetApi } from './snippet-api.ts';
import { untilEnded } from './until-ended.ts';

const api = createSnippetApi(readConfig());

const TIMEOUT_MS = functions['await-snippet'].timeoutSeconds * 1000;

/** The event that a resolver sends to this function. */
type Event = { readonly id: string; readonly waitMs: number } | { readonly id: string; readonly notStarted: true };

/**
 * Returns when the snippet has ended, or `waitMs` after the call, or as soon as the status of the snippet cannot be
 * read. The time before the function could begin counts as waiting. If the worker could not be started, the function
 * counts the snippet as failed and returns at once.
 */
export async function handler(event: Event, context: Context): Promise<null> {
  if ('notStarted' in event) {
    countFailure('WORKER_NOT_STARTED');
    return null;
  }
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
