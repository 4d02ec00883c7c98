import type { DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { Limits } from './limits-of.ts';
import type { OpenRun, QuotaItem } from './quota-item.ts';
import { openRuns, quotaId, runOf } from './quota-item.ts';

export interface Claim {
  owner: string;
  /** The snippet. */
  id: string;
  run: OpenRun;
  limits: Limits;
  /** The owner's item as it was read a moment ago. */
  item: QuotaItem;
  /** Counters of it that go as well. */
  stale: string[];
}

/**
 * One conditional UpdateItem that lets a generation in and charges it: refused when the owner is at a limit. The same claim
 * again changes nothing and is not refused, whoever makes it: what it would add it finds as 0 in the run that is there. A
 * run whose time is over is dropped with it and counts as failed; that claim is refused too when another call has dropped
 * the same run.
 */
export function claimRun({ owner, id, run, limits, item, stale }: Claim): DynamoDBUpdateItemRequest {
  const now = util.time.nowEpochMilliSeconds();
  const dead = openRuns(item)
    .filter((open) => open.run.until < now)
    .slice(0, 1);
  const [failedDay] = [...dead.map((open) => open.run.day), run.day];
  const failed = `failed:${failedDay}`;
  const removed = [...dead.map(({ name }) => name), ...stale.filter((name) => name !== failed)];
  const names: Record<string, string> = {
    ...{ '#run': runOf(id), '#none': 'none', '#running': 'running', '#failed': failed },
    ...{ '#used': `used:${run.day}`, '#tokens': `tokens:${run.day}` },
  };
  removed.forEach((name, index) => {
    names[`#old${index}`] = name;
  });
  const removal = removed.map((_name, index) => `#old${index}`).join(', ');
  const sums = ['used', 'tokens', 'running', 'failed'].map(
    (name) => `#${name} = if_not_exists(#${name}, :zero) + if_not_exists(#run.#none, :${name})`,
  );
  const ifNames: Record<string, string> = {};
  ['run', 'used', 'tokens', 'running'].forEach((name) => {
    ifNames[`#if_${name}`] = `${names[`#${name}`]}`;
  });
  dead.forEach(({ name }) => {
    ifNames['#if_dead'] = name;
  });
  const room = limits.tokens - run.tokens;
  const fits = within(room);
  const sets = `SET #run = if_not_exists(#run, :run), ${sums.join(', ')}`;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: quotaId(owner) }),
    update: {
      expression: removal === '' ? sets : `${sets} REMOVE ${removal}`,
      expressionNames: names,
      expressionValues: util.dynamodb.toMapValues({
        ...{ ':run': run, ':zero': 0, ':used': 1, ':tokens': run.tokens },
        ...{ ':running': 1 - dead.length, ':failed': dead.length },
      }),
    },
    condition: {
      expression:
        dead.length === 0
          ? `attribute_exists(#if_run) OR ${fits}`
          : `attribute_not_exists(#if_run) AND attribute_exists(#if_dead) AND ${fits}`,
      expressionNames: ifNames,
      expressionValues: util.dynamodb.toMapValues({
        ':if_used': limits.generations,
        ':if_tokens': room,
        ':if_running': limits.running + dead.length,
      }),
    },
  };
}

/** What has to hold of the counters, as terms of an AND; nothing fits into no room. */
function within(room: number): string {
  const below = (name: string) => `(attribute_not_exists(#if_${name}) OR #if_${name} < :if_${name})`;
  const unused = room < 0 ? '' : 'attribute_not_exists(#if_tokens) OR ';
  return `${below('used')} AND ${below('running')} AND (${unused}#if_tokens <= :if_tokens)`;
}
