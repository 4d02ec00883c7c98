import type { SQSEvent } from 'aws-lambda';
import type { FailureRecord } from './event-queue.ts';
import type { MessageFolder, StoredMessage } from './message-folder.ts';
import type { Invocation } from './sandbox.ts';

/** The queue that exhausted events go to, with its consumer. A record is kept on disk until it was consumed or given up. */
export interface FailureQueue {
  /** Begins to receive what an earlier process left. */
  start(): void;
  /** The record is on disk when this resolves. @throws Error it could not be kept */
  send(record: FailureRecord): Promise<void>;
  /** Receives nothing more; what was not consumed stays on disk. */
  close(): void;
}

interface FailureQueueOptions {
  readonly messages: MessageFolder<FailureRecord>;
  readonly consume: (event: SQSEvent) => Promise<Invocation>;
  /** How long a message that could not be consumed stays hidden, in milliseconds. */
  readonly visibilityMs: number;
  /** How often a message is received before it is given up. */
  readonly mostReceives: number;
  readonly deadLetter: (record: FailureRecord) => void;
}

export function createFailureQueue({
  messages,
  consume,
  visibilityMs,
  mostReceives,
  deadLetter,
}: FailureQueueOptions): FailureQueue {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const receive = async (message: StoredMessage<FailureRecord>): Promise<void> => {
    const count = message.tries + 1;
    const outcome = await consume(messageOf(message.body, message.name, count)).catch(() => undefined);
    if (outcome && 'payload' in outcome) return messages.remove(message);
    if (closed) return;
    if (count >= mostReceives) {
      deadLetter(message.body);
      return messages.remove(message);
    }
    const tried = await messages.countTry(message);
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void receive(tried);
    }, visibilityMs);
    timers.add(timer);
  };
  return {
    start() {
      for (const message of messages.found) void receive(message);
    },
    async send(record) {
      const message = await messages.add(record);
      if (!closed) void receive(message);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Whether the value has the form of the record that Lambda sends to a failure destination. */
export function isFailureRecord(value: unknown): value is FailureRecord {
  return typeof value === 'object' && value !== null && 'requestPayload' in value && 'requestContext' in value;
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
