import { randomUUID } from 'node:crypto';
import type { Invocation } from './sandbox.ts';

/** What Lambda sends to a failure destination (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html). */
export interface FailureRecord {
  readonly version: '1.0';
  readonly timestamp: string;
  readonly requestContext: {
    readonly requestId: string;
    readonly functionArn: string;
    readonly condition: 'RetriesExhausted';
    readonly approximateInvokeCount: number;
  };
  readonly requestPayload: unknown;
  readonly responseContext: { readonly statusCode: 200; readonly functionError: 'Unhandled' };
  readonly responsePayload: unknown;
}

/** Event invocations: accepted at once, delivered at least once. */
export interface EventQueue {
  /** @throws Error the queue is shut */
  send(name: string, payload: unknown): void;
  close(): void;
}

interface EventQueueOptions {
  readonly invoke: (name: string, payload: unknown) => Promise<Invocation>;
  /** Before the second and the third delivery, in milliseconds. */
  readonly retryDelaysMs: readonly number[];
  /** Told of an event whose deliveries all failed. */
  readonly onExhausted: (record: FailureRecord) => void;
}

export function createEventQueue({ invoke, retryDelaysMs, onExhausted }: EventQueueOptions): EventQueue {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const deliver = async (name: string, payload: unknown, requestId: string, count: number): Promise<void> => {
    const outcome = await invoke(name, payload).catch(refused);
    if (closed || !('functionError' in outcome)) return;
    const delay = retryDelaysMs[count - 1];
    if (delay === undefined) return onExhausted(recordOf(name, payload, requestId, count, outcome.functionError));
    const timer = setTimeout(() => {
      timers.delete(timer);
      void deliver(name, payload, requestId, count + 1);
    }, delay);
    timers.add(timer);
  };
  return {
    send(name, payload) {
      if (closed) throw new Error('The event queue is shut.');
      void deliver(name, payload, randomUUID(), 1);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function refused(error: unknown): Invocation {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { functionError: { errorType: name, errorMessage: message } };
}

function recordOf(
  name: string,
  requestPayload: unknown,
  requestId: string,
  approximateInvokeCount: number,
  responsePayload: unknown,
): FailureRecord {
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId,
      functionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount,
    },
    requestPayload,
    responseContext: { statusCode: 200, functionError: 'Unhandled' },
    responsePayload,
  };
}
