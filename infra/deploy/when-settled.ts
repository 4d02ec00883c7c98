import { setTimeout as sleep } from 'node:timers/promises';
import type { StackEvent, StackService } from './stack-service.ts';

/** How an update is looked at. */
export interface Looking {
  /** Milliseconds from one look to the next. */
  readonly everyMs: number;
  /** So many looks in a row at which nothing is new say that nothing more is changed. */
  readonly quietLooks: number;
}

export const defaultLooking: Looking = { everyMs: 5_000, quietLooks: 12 };

/**
 * Waits until an update has changed all that it changes and CloudFormation only looks at the alarms. No event says so: it
 * is settled when some resource was changed, none is being changed, and nothing is new for a minute.
 * @param over aborted when the update has ended
 * @returns the latest event, by its id; undefined when the update ended or is rolled back before
 */
export async function whenSettled(
  service: Pick<StackService, 'events'>,
  since: Date,
  over: AbortSignal,
  { everyMs, quietLooks }: Looking,
): Promise<string | undefined> {
  let latest: string | undefined;
  for (let quiet = 0; !over.aborted;) {
    const events = await service.events(since);
    if (events.some(({ status }) => /ROLLBACK/.test(status))) return undefined;
    quiet = events[0]?.id === latest ? quiet + 1 : 0;
    latest = events[0]?.id;
    if (quiet >= quietLooks && hasChanged(events) && !isChanging(events)) return latest;
    await sleep(everyMs, undefined, { signal: over }).catch(() => undefined);
  }
  return undefined;
}

const ofResources = (events: readonly StackEvent[]): StackEvent[] =>
  events.filter(({ type }) => type !== 'AWS::CloudFormation::Stack');

function hasChanged(events: readonly StackEvent[]): boolean {
  return ofResources(events).some(({ status }) => status.endsWith('_COMPLETE'));
}

/** Whether the latest event of some resource says that it is being changed. */
function isChanging(events: readonly StackEvent[]): boolean {
  const seen = new Set<string>();
  return ofResources(events).some(({ resource, status }) => {
    const isLatest = !seen.has(resource);
    seen.add(resource);
    return isLatest && status.endsWith('_IN_PROGRESS');
  });
}
