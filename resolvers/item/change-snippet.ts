import type { DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/** A condition with names and values of its own: the placeholders of a change all begin with `set_`. */
export interface Condition {
  expression: string;
  /** Attributes, each named `#attribute` in the expression. */
  names: string[];
  /** By placeholder without the colon. */
  values: Record<string, unknown>;
}

interface Change {
  set: Record<string, unknown>;
  /** Numbers to add to. */
  add?: Record<string, number>;
  /** Lists to lengthen. */
  append?: Record<string, unknown[]>;
  remove?: string[];
  when: Condition;
}

/** One conditional UpdateItem on a snippet. */
export function changeSnippet(id: string, change: Change): DynamoDBUpdateItemRequest {
  const add = change.add ?? {};
  const append = change.append ?? {};
  const remove = change.remove ?? [];
  const values: Record<string, unknown> = { ...change.set, ...add, ...append };
  const assignments = [
    ...Object.keys(change.set).map((name) => `#set_${name} = :set_${name}`),
    ...Object.keys(add).map((name) => `#set_${name} = #set_${name} + :set_${name}`),
    ...Object.keys(append).map((name) => `#set_${name} = list_append(#set_${name}, :set_${name})`),
  ];
  const removal = remove.length > 0 ? ` REMOVE ${remove.map((name) => `#set_${name}`).join(', ')}` : '';
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id }),
    update: {
      expression: `SET ${assignments.join(', ')}${removal}`,
      expressionNames: namesOf([...Object.keys(values), ...remove], '#set_'),
      expressionValues: valuesOf(values, ':set_'),
    },
    condition: conditionOf(change.when),
  };
}

/** The condition as DynamoDB takes it. */
export function conditionOf(when: Condition): NonNullable<DynamoDBUpdateItemRequest['condition']> {
  const condition = { expression: when.expression, expressionNames: namesOf(when.names, '#') };
  if (Object.keys(when.values).length === 0) return condition;
  return { ...condition, expressionValues: valuesOf(when.values, ':') };
}

/** True for the answer of a source that refused because its condition did not hold. */
export function wasRefused(error: { type: string } | null | undefined): boolean {
  return !!error && error.type === 'DynamoDB:ConditionalCheckFailedException';
}

function namesOf(names: string[], prefix: string): Record<string, string> {
  const placeholders: Record<string, string> = {};
  for (const name of names) placeholders[`${prefix}${name}`] = name;
  return placeholders;
}

function valuesOf(values: Record<string, unknown>, prefix: string): Record<string, unknown> {
  const placeholders: Record<string, unknown> = {};
  for (const name of Object.keys(values)) placeholders[`${prefix}${name}`] = values[name];
  return util.dynamodb.toMapValues(placeholders);
}
