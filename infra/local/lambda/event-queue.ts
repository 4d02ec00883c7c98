import { randomUUID } from 'node:crypto';
import type { MessageFolder, StoredMessage } from './message-folder.ts';
import type { Invocation } from './sandbox.ts';

const SHUT = 'The event queue is shut.';

/**
 * The record that Lambda sends to a failure destination
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
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

/** An event as it is kept until it is done. */
export interface QueuedEvent {
  readonly requestId: string;
  /** Of the function. */
  readonly name: string;
  readonly payload: unknown;
}

/** Event invocations: accepted when they are on disk, delivered at least once, also after the process was killed. */
export interface EventQueue {
  /** What an earlier process left undone, oldest first. */
  readonly found: readonly QueuedEvent[];
  /** Begins to deliver what was found. */
  start(): void;
  /** The event is on disk when this resolves. @throws Error the queue is shut, or the event could not be kept */
  send(name: string, payload: unknown): Promise<void>;
  /** Delivers nothing more; what is not done stays on disk. */
  close(): void;
}

interface EventQueueOptions {
  readonly messages: MessageFolder<QueuedEvent>;
  readonly invoke: (name: string, payload: unknown) => Promise<Invocation>;
  /** Before the second and the third delivery, in milliseconds. */
  readonly retryDelaysMs: readonly number[];
  /** Takes over an event whose deliveries all failed; while it cannot, it is asked again. */
  readonly onExhausted: (record: FailureRecord) => Promise<void>;
  readonly warn: (line: string) => void;
}

/** Before a record is handed over again that could not be. */
const HAND_OVER_AGAIN_MS = 5_000;

export function createEventQueue(options: EventQueueOptions): EventQueue {
  const { messages, invoke, retryDelaysMs, onExhausted, warn } = options;
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const later = (delayMs: number, work: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void work();
    }, delayMs);
    timers.add(timer);
  };
  const handOver = async (message: StoredMessage<QueuedEvent>, record: FailureRecord): Promise<void> => {
    try {
      await onExhausted(record);
    } catch (error) {
      warn(`The failure queue does not take ${message.name}: ${error instanceof Error ? error.message : error}`);
      if (!closed) later(HAND_OVER_AGAIN_MS, () => handOver(message, record));
      return;
    }
    await messages.remove(message);
  };
  const deliver = async (message: StoredMessage<QueuedEvent>): Promise<void> => {
    const { name, payload } = message.body;
    const outcome = await invoke(name, payload).catch(refused);
    if (!('functionError' in outcome)) return messages.remove(message);
    if (closed) return;
    const tried = await messages.countTry(message);
    const delayMs = retryDelaysMs[message.tries];
    if (delayMs === undefined) return handOver(tried, recordOf(tried.body, tried.tries, outcome.functionError));
    if (!closed) later(delayMs, () => deliver(tried));
  };
  return {
    found: messages.found.map(({ body }) => body),
    start() {
      for (const message of messages.found) void deliver(message);
    },
    async send(name, payload) {
      if (closed) throw new Error(SHUT);
      const message = await messages.add({ requestId: randomUUID(), name, payload });
      if (!closed) void deliver(message);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Whether the value has the form of an event that {@link EventQueue.send} stores. */
export function isQueuedEvent(value: unknown): value is QueuedEvent {
  if (typeof value !== 'object' || value === null) return false;
  return 'requestId' in value && 'name' in value && typeof value.name === 'string' && 'payload' in value;
}

function refused(error: unknown): Invocation {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { functionError: { errorType: name, errorMessage: message } };
}

function recordOf(
  { name, payload: requestPayload, requestId }: QueuedEvent,
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
