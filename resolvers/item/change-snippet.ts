import type { DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/** A condition with names and values of its own: the placeholders of a change all begin with `set_`. */
export interface Condition {
  expression: string;
  /** Attributes, each named `#attribute` in the expression; what lists show is in the map `shown`. */
  names: string[];
  /** By placeholder without the colon; at least one. */
  values: Record<string, unknown>;
}

/** What a change does with the attributes of each kind, by name. */
export interface Changes {
  /** Attributes of the row. */
  set?: Record<string, unknown>;
  /** Lists of the row, to be lengthened by these. */
  append?: Record<string, unknown>;
  /** Attributes of its map `shown`. */
  show?: Record<string, unknown>;
  /** Numbers of that map, to be raised by these. */
  add?: Record<string, unknown>;
}

const assignments: Record<string, string> = {
  set: '#set_name = :set_name',
  append: '#set_name = list_append(#set_name, :set_name)',
  show: 'shown.#set_name = :set_name',
  add: 'shown.#set_name = shown.#set_name + :set_name',
};

/** One conditional UpdateItem on a snippet. */
export function changeSnippet(id: string, changes: Changes, when: Condition): DynamoDBUpdateItemRequest {
  const kinds: [kind: string, values: Record<string, unknown>][] = Object.entries(changes);
  const values = kinds.reduce((all, [, some]) => ({ ...all, ...some }), {});
  const terms = kinds.flatMap(([kind, some]) =>
    Object.keys(some).map((name) => `${assignments[kind]}`.split('set_name').join(`set_${name}`)),
  );
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id }),
    update: {
      expression: `SET ${terms.join(', ')}`,
      expressionNames: namesOf(Object.keys(values), '#set_'),
      expressionValues: valuesOf(values, ':set_'),
    },
    condition: conditionOf(when),
  };
}

/** The condition as DynamoDB takes it. */
export function conditionOf(when: Condition): NonNullable<DynamoDBUpdateItemRequest['condition']> {
  const { expression, names, values } = when;
  return { expression, expressionNames: namesOf(names, '#'), expressionValues: valuesOf(values, ':') };
}

/** True for the answer of a source that refused because its condition did not hold. */
export function wasRefused(error: { type: string } | null | undefined): boolean {
  return error?.type === 'DynamoDB:ConditionalCheckFailedException';
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
