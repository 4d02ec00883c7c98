import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailureRecord, QueuedEvent } from '../../../../infra/local/lambda/event-queue.ts';
import { createEventQueue } from '../../../../infra/local/lambda/event-queue.ts';
import { createFailureQueue } from '../../../../infra/local/lambda/local-failure-queue.ts';
import { keepMessages } from '../../../support/fakes/messages-in-memory.ts';
import type { Invocation } from '../../../../infra/local/lambda/sandbox.ts';

const failure: Invocation = { functionError: { errorType: 'Error', errorMessage: 'no' } };
const success: Invocation = { payload: null };

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T01:45:01Z') }));
afterEach(() => void vi.useRealTimers());

describe('an event for a function', () => {
  function queueOf(outcomes: (Invocation | Error)[], { found = [] as QueuedEvent[], tries = 0, refusals = 0 } = {}) {
    const messages = keepMessages<QueuedEvent>(found, tries);
    let refused = 0;
    const deliveries: [name: string, payload: unknown, at: number][] = [];
    const exhausted: FailureRecord[] = [];
    const began = Date.now();
    const queue = createEventQueue({
      messages,
      invoke: async (name, payload) => {
        deliveries.push([name, payload, Date.now() - began]);
        const outcome = outcomes.shift() ?? success;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
      retryDelaysMs: [1_000, 2_000],
      onExhausted: async (record) => {
        if ((refused += 1) <= refusals) throw new Error('the disk is full');
        exhausted.push(record);
      },
      warn: () => undefined,
    });
    return { queue, deliveries, exhausted, messages };
  }

  it('is delivered once when that goes well', async () => {
    const { queue, deliveries, exhausted, messages } = queueOf([success]);
    await queue.send('it', { id: '1' });
    await vi.runAllTimersAsync();
    expect(deliveries).toEqual([['it', { id: '1' }, 0]]);
    expect(exhausted).toEqual([]);
    expect(messages.kept).toEqual([]);
  });

  it('is kept until it is done or handed on', async () => {
    const { queue, messages, exhausted } = queueOf([failure, failure, failure], { refusals: 1 });
    await queue.send('it', { id: '1' });
    expect(messages.kept).toMatchObject([{ name: 'it', payload: { id: '1' } }]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(exhausted).toEqual([]);
    expect(messages.kept).toMatchObject([{ name: 'it', payload: { id: '1' } }]);
    await vi.runAllTimersAsync();
    expect(exhausted).toHaveLength(1);
    expect(messages.kept).toEqual([]);
  });

  it('that an earlier process left is delivered at the start, in order, and is done then', async () => {
    const left = ['1', '2'].map((id) => ({ requestId: `r${id}`, name: 'it', payload: { id } }));
    const { queue, deliveries, messages } = queueOf([], { found: left });
    expect(queue.found).toEqual(left);
    expect(deliveries).toEqual([]);
    queue.start();
    await vi.runAllTimersAsync();
    expect(deliveries.map(([, payload]) => payload)).toEqual([{ id: '1' }, { id: '2' }]);
    expect(messages.kept).toEqual([]);
  });

  it('that an earlier process delivered in vain is delivered as often as is left', async () => {
    const left = [{ requestId: 'r1', name: 'it', payload: { id: '1' } }];
    const { queue, deliveries, exhausted } = queueOf([failure, failure], { found: left, tries: 1 });
    queue.start();
    await vi.runAllTimersAsync();
    expect(deliveries.map(([, , at]) => at)).toEqual([0, 2_000]);
    expect(exhausted).toMatchObject([{ requestContext: { approximateInvokeCount: 3 } }]);
  });

  it('that the disk does not take is not accepted', async () => {
    const messages = { ...keepMessages<QueuedEvent>(), add: () => Promise.reject(new Error('the disk is full')) };
    const queue = createEventQueue({
      messages,
      invoke: () => Promise.resolve(success),
      retryDelaysMs: [],
      onExhausted: async () => undefined,
      warn: () => undefined,
    });
    await expect(queue.send('it', {})).rejects.toThrow('the disk is full');
  });

  it('is delivered twice more, each after its delay', async () => {
    const { queue, deliveries, exhausted } = queueOf([failure, new Error('no sandbox'), success]);
    await queue.send('it', { id: '1' });
    await vi.runAllTimersAsync();
    expect(deliveries.map(([, , at]) => at)).toEqual([0, 1_000, 3_000]);
    expect(exhausted).toEqual([]);
  });

  it('is handed on with what was said, when all three deliveries failed', async () => {
    const { queue, deliveries, exhausted } = queueOf([failure, failure, failure]);
    await queue.send('it', { id: '1' });
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
    await queue.send('it', {});
    await vi.advanceTimersByTimeAsync(500);
    queue.close();
    await vi.runAllTimersAsync();
    expect(deliveries).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    await expect(queue.send('it', {})).rejects.toThrow('The event queue is shut.');
  });

  it('that fails while the queue is shut stays for the next start', async () => {
    let fail: (outcome: Invocation) => void = () => undefined;
    const exhausted: FailureRecord[] = [];
    const messages = keepMessages<QueuedEvent>();
    const queue = createEventQueue({
      messages,
      invoke: () => new Promise((resolve) => (fail = resolve)),
      retryDelaysMs: [1_000],
      onExhausted: async (record) => void exhausted.push(record),
      warn: () => undefined,
    });
    await queue.send('it', {});
    queue.close();
    fail(failure);
    await vi.advanceTimersByTimeAsync(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(exhausted).toEqual([]);
    expect(messages.kept).toHaveLength(1);
  });
});

describe('the record of a failed event', () => {
  const record = { requestPayload: { id: '1' } } as FailureRecord;
  function queueOf(
    outcomes: (Invocation | Error)[],
    whenDone: Invocation = success,
    found: FailureRecord[] = [],
    tries = 0,
  ) {
    const bodies: unknown[] = [];
    const receives: string[] = [];
    const times: number[] = [];
    const dead: FailureRecord[] = [];
    const began = Date.now();
    const messages = keepMessages<FailureRecord>(found, tries);
    const queue = createFailureQueue({
      messages,
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
    return { queue, bodies, receives, times, dead, messages };
  }

  it('is received until its consumer succeeds', async () => {
    const { queue, bodies, receives, times, dead, messages } = queueOf([failure, new Error('shut')]);
    await queue.send(record);
    expect(messages.kept).toEqual([record]);
    await vi.runAllTimersAsync();
    expect(bodies).toEqual([record, record, record]);
    expect(receives).toEqual(['1', '2', '3']);
    expect(times).toEqual([0, 3_000, 6_000]);
    expect(dead).toEqual([]);
    expect(messages.kept).toEqual([]);
  });

  it('is a dead letter after the tenth time', async () => {
    const { queue, receives, dead } = queueOf([], failure);
    await queue.send(record);
    await vi.runAllTimersAsync();
    expect(receives).toHaveLength(10);
    expect(dead).toEqual([record]);
  });

  it('that an earlier process left is received at the start', async () => {
    const { queue, bodies, messages } = queueOf([], success, [record]);
    expect(bodies).toEqual([]);
    queue.start();
    await vi.runAllTimersAsync();
    expect(bodies).toEqual([record]);
    expect(messages.kept).toEqual([]);
  });

  it('that an earlier process received in vain is received as often as is left', async () => {
    const { queue, receives, dead } = queueOf([], failure, [record], 8);
    queue.start();
    await vi.runAllTimersAsync();
    expect(receives).toEqual(['9', '10']);
    expect(dead).toEqual([record]);
  });

  it('waits no longer once the queue is shut', async () => {
    const { queue, receives } = queueOf([], failure);
    await queue.send(record);
    await vi.advanceTimersByTimeAsync(1);
    queue.close();
    await queue.send(record);
    await vi.runAllTimersAsync();
    expect(receives).toEqual(['1']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
