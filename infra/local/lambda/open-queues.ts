import { deliveries } from '../../../schema/limits/delivery-times.ts';
import { createEventQueue, isQueuedEvent } from './event-queue.ts';
import type { EventQueue } from './event-queue.ts';
import type { Functions } from './invoke.ts';
import { createFailureQueue, isFailureRecord } from './local-failure-queue.ts';
import { openMessageFolder } from './message-folder.ts';

/** The Event queue with the failure queue behind it. */
export interface Queues {
  readonly events: EventQueue;
  /** Ids of the snippets that an earlier process left with the worker, oldest first. */
  readonly pendingIds: readonly string[];
  /** Delivers again what an earlier process left. */
  start(): void;
  close(): void;
}

interface QueuesOptions {
  readonly functions: Functions;
  /** Where `events/` and `failures/` lie. */
  readonly inside: (name: string) => string;
  readonly retryDelaysMs: readonly number[];
  readonly visibilityMs: number;
  readonly log: (line: string) => void;
  /** Told what a person must know. */
  readonly warn: (line: string) => void;
}

/** Opens both queues in the data folder. @throws FolderFault it cannot be used */
export async function openQueues(options: QueuesOptions): Promise<Queues> {
  const { functions, inside, retryDelaysMs, visibilityMs, log, warn } = options;
  const failures = createFailureQueue({
    messages: await openMessageFolder({ folder: inside('failures'), isBody: isFailureRecord, warn }),
    consume: (event) => functions.invoke('record-failure', event),
    visibilityMs,
    mostReceives: deliveries.receives,
    deadLetter: (record) => log(`dead letter: ${JSON.stringify(record)}`),
  });
  const events = createEventQueue({
    messages: await openMessageFolder({ folder: inside('events'), isBody: isQueuedEvent, warn }),
    invoke: functions.invoke,
    retryDelaysMs,
    onExhausted: failures.send,
    warn: log,
  });
  return {
    events,
    pendingIds: events.found.flatMap(({ payload }) => idOf(payload)),
    start() {
      events.start();
      failures.start();
    },
    close() {
      events.close();
      failures.close();
    },
  };
}

function idOf(payload: unknown): string[] {
  return typeof payload === 'object' && payload !== null && 'id' in payload && typeof payload.id === 'string'
    ? [payload.id]
    : [];
}
