import { describe, expect, it } from 'vitest';
import { defaultWaits } from '../../client/wait-and-retry-times.ts';
import { functions } from '../../functions/function-manifest.ts';
import { appSync } from '../../schema/limits/appsync-limits-and-keep-alive.ts';
import { deliveries } from '../../schema/limits/delivery-times.ts';
import { lease } from '../../schema/limits/lease-times.ts';
import { requestLimits } from '../../schema/limits/request-limits.ts';
import { expectation, snippetLimits } from '../../schema/limits/snippet-limits.ts';
import { polls } from '../../schema/limits/wait-times.ts';
import { internalCalls, work } from '../../schema/limits/worker-times.ts';

const SECOND = 1_000;
const timeoutMs = (name: keyof typeof functions): number => functions[name].timeoutSeconds * SECOND;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const waitMs = requestLimits.waitSeconds * SECOND;
const workerMs = timeoutMs('generate-snippet');
const [firstRetryMs = 0, ...laterRetriesMs] = deliveries.retryDelaysMs;
const deliveriesCount = 1 + deliveries.retryDelaysMs.length;
const lastDeliveryMs = sum(deliveries.retryDelaysMs) + deliveries.retryDelaysMs.length * workerMs;
/** How long the failure queue keeps an event that cannot be recorded as failed yet. */
const queueMs = deliveries.visibilityMs * deliveries.receives;
const writingSeconds = (workerMs - work.settlingMs) / SECOND;
const pollsMs = sum(
  Array.from({ length: polls.most }, (_, poll) =>
    Math.min(polls.firstPauseMs * polls.growth ** poll, polls.longestPauseMs),
  ),
);
/** What a request does before and after it waits: some reads and writes of the table, and the call of the function. */
const otherStepsMs = 2 * SECOND;

/** What has to be less than what: why, the less and the more, in milliseconds where they are times. */
const order: readonly [reason: string, less: number, more: number][] = [
  // A lease.
  ['the least lease that a deployment may choose is no more than the usual one', lease.leastMs, lease.usualMs + 1],
  ['the usual lease is no more than the most that a deployment may choose', lease.usualMs, lease.mostMs + 1],
  ['a file is stored while the lease that was renewed before it lasts', work.storeWithinMs, lease.leastMs],
  ['the end is announced before that lease is over', work.storeWithinMs + internalCalls.oneTryMs, lease.usualMs],
  [
    'a lease is renewed in time even if the first try of it is lost',
    lease.renewAfterMs + internalCalls.oneTryMs + internalCalls.pauseMs,
    lease.leastMs,
  ],
  ['parts are sent more often than a lease is renewed', work.partIntervalMs, lease.renewAfterMs],
  // Deliveries of the worker's events.
  ['a lease is over when a crashed worker is delivered again', lease.mostMs, firstRetryMs],
  ['each further delivery waits no less than the first', firstRetryMs, Math.min(...laterRetriesMs) + 1],
  ['a lease is over when the failure queue delivers again', lease.mostMs, deliveries.visibilityMs],
  [
    'a duplicate whose deliveries all met a healthy worker is kept until that worker has ended',
    workerMs + lease.mostMs,
    queueMs,
  ],
  [
    'a call of record-failure is given up before the function must end',
    internalCalls.repeatForMs + internalCalls.oneTryMs,
    timeoutMs('record-failure'),
  ],
  ['a failure is hidden while it is being recorded', timeoutMs('record-failure'), deliveries.visibilityMs],
  ['an event is young enough for its last delivery', lastDeliveryMs, deliveries.eventAgeMs],
  ['an operator hears of an old event before it is given up', deliveries.eventAgeAlarmMs, deliveries.eventAgeMs],
  ['each delivery may be an attempt', deliveriesCount, snippetLimits.attempts + 1],
  [
    'an event that is delivered as late as may be is worked on, and its failure recorded, before the snippet is overdue',
    deliveries.eventAgeMs + workerMs + queueMs,
    expectation.expectedMs + 1,
  ],
  ['no snippet is overdue while a worker that claimed it is at it', workerMs + lease.mostMs, expectation.claimMs],
  // The worker's own time.
  ['a silent model is given up before the worker must end', work.modelIdleMs, workerMs - work.settlingMs],
  [
    'what came is sent, the lease renewed, the file stored and the end told in the time that is kept for it',
    work.storeWithinMs + 3 * internalCalls.oneTryMs,
    work.settlingMs,
  ],
  ['a lease that just began to be renewed is over before the worker must end', lease.mostMs, work.settlingMs],
  ['the usual number of tokens can be written in time', work.usualTokens, writingSeconds * work.tokensPerSecond],
  [
    'more may be asked for than can be written in time',
    writingSeconds * work.tokensPerSecond,
    requestLimits.mostTokens,
  ],
  ['the worker has time for a model besides settling', work.settlingMs, workerMs],
  ['a model is asked again before its silence would count', work.modelPauseMs, work.modelIdleMs],
  // A request that waits.
  ['the polls last as long as the longest wait', waitMs, pollsMs],
  ['the waiting function ends by itself', waitMs + polls.graceMs, timeoutMs('await-snippet')],
  [
    'a request that waits is answered before AppSync gives up',
    waitMs + polls.graceMs + otherStepsMs,
    appSync.requestMs,
  ],
  ['AppSync waits for the function that waits', timeoutMs('await-snippet'), appSync.requestMs],
  ['AppSync waits for the function that signs links', timeoutMs('snippet-file'), appSync.requestMs],
  ['the pauses between two tries grow', internalCalls.pauseMs, internalCalls.mostPauseMs],
  ['an internal call is tried no longer than AppSync takes for it', internalCalls.oneTryMs, appSync.requestMs],
  // The client.
  ['the client hears why AppSync gave up', appSync.requestMs, defaultWaits.answer],
  ['the client misses a sign of life only if it did not come', appSync.keepAliveMs, defaultWaits.keepAlive],
  ['a connection outlasts several signs of life', 2 * appSync.keepAliveMs, appSync.connectionTimeoutMs],
  ['a lease is renewed before a watcher grows uneasy', lease.renewAfterMs, defaultWaits.silence],
  // Sizes. In JSON a line break or a quotation mark takes two bytes.
  ['the completed event fits AppSync with its code escaped', 2 * snippetLimits.codeBytes, appSync.eventBytes],
  ['a part is small beside the whole code', work.partBytes, snippetLimits.codeBytes],
];

describe('the times and limits of the whole system', () => {
  it.each(order)('are in order: %s', (_reason, less, more) => {
    expect(less).toBeLessThan(more);
  });
});
