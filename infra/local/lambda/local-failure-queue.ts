import type { SQSEvent } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { FailureRecord } from './event-queue.ts';
import type { Invocation } from './sandbox.ts';

/** The queue that exhausted events go to, with its consumer. */
export interface FailureQueue {
  send(record: FailureRecord): void;
  close(): void;
}

interface FailureQueueOptions {
  readonly consume: (event: SQSEvent) => Promise<Invocation>;
  /** How long a message that could not be consumed stays hidden, in milliseconds. */
  readonly visibilityMs: number;
  /** How often a message is received before it is given up. */
  readonly mostReceives: number;
  readonly deadLetter: (record: FailureRecord) => void;
}

export function createFailureQueue({
  consume,
  visibilityMs,
  mostReceives,
  deadLetter,
}: FailureQueueOptions): FailureQueue {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const receive = async (record: FailureRecord, messageId: string, count: number): Promise<void> => {
    const outcome = await consume(messageOf(record, messageId, count)).catch(() => undefined);
    if (closed || (outcome && 'payload' in outcome)) return;
    if (count >= mostReceives) return deadLetter(record);
    const timer = setTimeout(() => {
      timers.delete(timer);
      void receive(record, messageId, count + 1);
    }, visibilityMs);
    timers.add(timer);
  };
  return {
    send(record) {
      if (!closed) void receive(record, randomUUID(), 1);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function messageOf(record: FailureRecord, messageId: string, count: number): SQSEvent {
  const now = `${Date.now()}`;
  return {
    Records: [
      {
        messageId,
        receiptHandle: messageId,
        body: JSON.stringify(record),
        attributes: {
          ApproximateReceiveCount: `${count}`,
          SentTimestamp: now,
          SenderId: 'lambda',
          ApproximateFirstReceiveTimestamp: now,
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:failures',
        awsRegion: 'us-east-1',
      },
    ],
  };
}
