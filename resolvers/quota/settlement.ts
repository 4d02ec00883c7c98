import type { DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';
import { givenBack } from '../../schema/given-back.ts';
import { hasEnded } from '../../schema/has-ended.ts';
import type { SnippetItem } from '../item/snippet-item.ts';
import type { OfferedModel } from '../request/resolver-settings.ts';
import type { Counter } from './quota-item.ts';
import { quotaId, runOf } from './quota-item.ts';
import { reportedTokens } from './reported-tokens.ts';

/** What the end of a generation adds to the counters of the day it was charged to. */
export interface Settlement {
  owner: string;
  /** The snippet. */
  id: string;
  day: string;
  counts: Partial<Record<Counter, number>>;
}

const outcomes: Readonly<Record<string, Counter>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
};

/**
 * How the end of a snippet is counted: how it ended; the tokens of all attempts, which replace what was set aside once
 * every attempt that began has told them; and 1 back for a failure that is given back. Null: it has not ended, or was
 * charged to nobody.
 */
export function settlementOf(item: SnippetItem, models: OfferedModel[]): Settlement | null {
  const { id, owner, charge, status, failure } = item;
  if (!charge || !hasEnded(item)) return null;
  const { untold, ...tokens } = reportedTokens(item, models);
  const back = givenBack.filter((code) => code === failure?.code).length;
  const outcome: Partial<Record<Counter, number>> = {};
  outcome[`${outcomes[status]}` as Counter] = 1;
  const setAside = untold > 0 ? 0 : charge.tokens;
  const counts = { ...outcome, ...tokens, used: 0 - back, tokens: tokens.read + tokens.written - setAside };
  return { owner, id, day: charge.day, counts };
}

/** Counts an end: refused when it is counted already, so that it counts exactly once. */
export function settle({ owner, id, day, counts }: Settlement): DynamoDBUpdateItemRequest {
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: quotaId(owner) }),
    update: {
      expression: `REMOVE #run ADD #running :less, ${counterTerms(counts)}`,
      expressionNames: { '#run': runOf(id), '#running': 'running', ...counterNames(counts, day) },
      expressionValues: { ...util.dynamodb.toMapValues({ ':less': -1 }), ...counterValues(counts) },
    },
    condition: {
      expression: '#if_run.#if_day = :if_day',
      expressionNames: { '#if_run': runOf(id), '#if_day': 'day' },
      expressionValues: util.dynamodb.toMapValues({ ':if_day': day }),
    },
  };
}

/** `#counter :counter`, as ADD takes them. */
export function counterTerms(counts: object): string {
  const names = Object.keys(counts).sort();
  return names.map((name) => `#${name} :${name}`).join(', ');
}

/** `#counter` as it is named on that day. */
export function counterNames(counts: object, day: string): Record<string, string> {
  const names: Record<string, string> = {};
  for (const counter of Object.keys(counts)) names[`#${counter}`] = `${counter}:${day}`;
  return names;
}

/** `:counter` as DynamoDB takes it. */
export function counterValues(counts: object): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [counter, count] of Object.entries(counts)) values[`:${counter}`] = count;
  return util.dynamodb.toMapValues(values);
}
