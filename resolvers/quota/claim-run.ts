import type { DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import type { Limits } from './limits-of.ts';
import type { NamedRun, OpenRun } from './quota-item.ts';
import { quotaId, runOf } from './quota-item.ts';

export interface Claim {
  owner: string;
  /** The snippet. */
  id: string;
  run: OpenRun;
  limits: Limits;
  /** Whether that run was there a moment ago, so that the claim prolongs its time. */
  isAgain: boolean;
  /** The runs that go. */
  dead: NamedRun[];
  /** Counters that go as well. */
  stale: string[];
}

/**
 * One conditional UpdateItem that lets a generation in and charges it: refused when the owner is at a limit. The same claim
 * again changes nothing and is not refused, whoever makes it: what it would add it finds as 0 in the run that is there. Runs
 * whose time is over are dropped with it and count as failed; that claim is refused too when another call has dropped one of
 * them.
 */
export function claimRun({ owner, id, run, isAgain, limits, dead, stale }: Claim): DynamoDBUpdateItemRequest {
  const failures = dead.map(({ run: { day } }) => `failed:${day}`);
  const failed = failures.filter((name, index) => failures.indexOf(name) === index);
  const removed = [...dead.map(({ name }) => name), ...stale.filter((name) => failed.indexOf(name) < 0)];
  const names: Record<string, string> = {
    ...{ '#run': runOf(id), '#none': 'none', '#running': 'running' },
    ...{ '#used': `used:${run.day}`, '#tokens': `tokens:${run.day}` },
  };
  const added: Record<string, number> = { used: 1, tokens: run.tokens, running: 1 - dead.length };
  failed.forEach((name, index) => {
    names[`#failed${index}`] = name;
    added[`failed${index}`] = failures.filter((one) => one === name).length;
  });
  removed.forEach((name, index) => {
    names[`#old${index}`] = name;
  });
  const removal = removed.map((_name, index) => `#old${index}`).join(', ');
  const sums = Object.keys(added).map(
    (name) => `#${name} = if_not_exists(#${name}, :zero) + if_not_exists(#run.#none, :${name})`,
  );
  const ifNames: Record<string, string> = {};
  ['run', 'used', 'tokens', 'running'].forEach((name) => {
    ifNames[`#if_${name}`] = `${names[`#${name}`]}`;
  });
  const values: Record<string, unknown> = { ':run': run, ':zero': 0 };
  for (const [name, count] of Object.entries(added)) values[`:${name}`] = count;
  const dropping = dead.map(({ name }, index) => {
    ifNames[`#if_dead${index}`] = name;
    return `attribute_exists(#if_dead${index})`;
  });
  const room = limits.tokens - run.tokens;
  const fits = within(room);
  const sets = `SET #run = ${isAgain ? ':run' : 'if_not_exists(#run, :run)'}, ${sums.join(', ')}`;
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: quotaId(owner) }),
    update: {
      expression: removal === '' ? sets : `${sets} REMOVE ${removal}`,
      expressionNames: names,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: {
      expression:
        dead.length === 0
          ? `attribute_exists(#if_run) OR ${fits}`
          : `attribute_not_exists(#if_run) AND ${dropping.join(' AND ')} AND ${fits}`,
      expressionNames: ifNames,
      expressionValues: util.dynamodb.toMapValues({
        ':if_used': limits.generations,
        ':if_tokens': room,
        ':if_running': limits.running + dead.length,
      }),
    },
  };
}

/** Returns the condition on the counters as terms of an AND. If no room is left, the condition never holds. */
function within(room: number): string {
  const below = (name: string) => `(attribute_not_exists(#if_${name}) OR #if_${name} < :if_${name})`;
  const unused = room < 0 ? '' : 'attribute_not_exists(#if_tokens) OR ';
  return `${below('used')} AND ${below('running')} AND (${unused}#if_tokens <= :if_tokens)`;
}
