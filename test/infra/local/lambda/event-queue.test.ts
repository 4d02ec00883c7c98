import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailureRecord } from '../../../../infra/local/lambda/event-queue.ts';
import { createEventQueue } from '../../../../infra/local/lambda/event-queue.ts';
import { createFailureQueue } from '../../../../infra/local/lambda/local-failure-queue.ts';
import type { Invocation } from '../../../../infra/local/lambda/sandbox.ts';

const failure: Invocation = { functionError: { errorType: 'Error', errorMessage: 'no' } };
const success: Invocation = { payload: null };

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T01:45:01Z') }));
afterEach(() => void vi.useRealTimers());

describe('an event for a function', () => {
  function queueOf(outcomes: (Invocation | Error)[]) {
    const deliveries: [name: string, payload: unknown, at: number][] = [];
    const exhausted: FailureRecord[] = [];
    const began = Date.now();
    const queue = createEventQueue({
      invoke: async (name, payload) => {
        deliveries.push([name, payload, Date.now() - began]);
        const outcome = outcomes.shift() ?? success;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
      retryDelaysMs: [1_000, 2_000],
      onExhausted: (record) => void exhausted.push(record),
    });
    return { queue, deliveries, exhausted };
  }

  it('is delivered once when that goes well', async () => {
    const { queue, deliveries, exhausted } = queueOf([success]);
    queue.send('it', { id: '1' });
    await vi.runAllTimersAsync();
    expect(deliveries).toEqual([['it', { id: '1' }, 0]]);
    expect(exhausted).toEqual([]);
  });

  it('is delivered twice more, each after its delay', async () => {
    const { queue, deliveries, exhausted } = queueOf([failure, new Error('no sandbox'), success]);
    queue.send('it', { id: '1' });
    await vi.runAllTimersAsync();
    expect(deliveries.map(([, , at]) => at)).toEqual([0, 1_000, 3_000]);
    expect(exhausted).toEqual([]);
  });

  it('is handed on with what was said, when all three deliveries failed', async () => {
    const { queue, deliveries, exhausted } = queueOf([failure, failure, failure]);
    queue.send('it', { id: '1' });
    await vi.runAllTimersAsync();
    expect(deliveries).toHaveLength(3);
    expect(exhausted).toEqual([
      {
        version: '1.0',
        timestamp: '2026-11-23T01:45:04.000Z',
        requestContext: {
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:it:$LATEST',
          condition: 'RetriesExhausted',
          approximateInvokeCount: 3,
        },
        requestPayload: { id: '1' },
        responseContext: { statusCode: 200, functionError: 'Unhandled' },
        responsePayload: { errorType: 'Error', errorMessage: 'no' },
      },
    ]);
  });

  it('is not delivered again once the queue is shut, and no other is taken', async () => {
    const { queue, deliveries } = queueOf([failure]);
    queue.send('it', {});
    await vi.advanceTimersByTimeAsync(500);
    queue.close();
    await vi.runAllTimersAsync();
    expect(deliveries).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(() => queue.send('it', {})).toThrow('The event queue is shut.');
  });

  it('that fails while the queue is shut is let go', async () => {
    let fail: (outcome: Invocation) => void = () => undefined;
    const exhausted: FailureRecord[] = [];
    const queue = createEventQueue({
      invoke: () => new Promise((resolve) => (fail = resolve)),
      retryDelaysMs: [1_000],
      onExhausted: (record) => void exhausted.push(record),
    });
    queue.send('it', {});
    queue.close();
    fail(failure);
    await vi.advanceTimersByTimeAsync(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(exhausted).toEqual([]);
  });
});

describe('the record of a failed event', () => {
  const record = { requestPayload: { id: '1' } } as FailureRecord;
  function queueOf(outcomes: (Invocation | Error)[], whenDone: Invocation = success) {
    const bodies: unknown[] = [];
    const receives: string[] = [];
    const times: number[] = [];
    const dead: FailureRecord[] = [];
    const began = Date.now();
    const queue = createFailureQueue({
      consume: async ({ Records: [message] }) => {
        bodies.push(JSON.parse(message?.body ?? ''));
        receives.push(message?.attributes.ApproximateReceiveCount ?? '');
        times.push(Date.now() - began);
        const outcome = outcomes.shift() ?? whenDone;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
      visibilityMs: 3_000,
      mostReceives: 10,
      deadLetter: (given) => void dead.push(given),
    });
    return { queue, bodies, receives, times, dead };
  }

  it('is received until its consumer succeeds', async () => {
    const { queue, bodies, receives, times, dead } = queueOf([failure, new Error('shut')]);
    queue.send(record);
    await vi.runAllTimersAsync();
    expect(bodies).toEqual([record, record, record]);
    expect(receives).toEqual(['1', '2', '3']);
    expect(times).toEqual([0, 3_000, 6_000]);
    expect(dead).toEqual([]);
  });

  it('is a dead letter after the tenth time', async () => {
    const { queue, receives, dead } = queueOf([], failure);
    queue.send(record);
    await vi.runAllTimersAsync();
    expect(receives).toHaveLength(10);
    expect(dead).toEqual([record]);
  });

  it('waits no longer once the queue is shut', async () => {
    const { queue, receives } = queueOf([], failure);
    queue.send(record);
    await vi.advanceTimersByTimeAsync(1);
    queue.close();
    queue.send(record);
    await vi.runAllTimersAsync();
    expect(receives).toEqual(['1']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
