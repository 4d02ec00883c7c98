import type { DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/**
 * A DynamoDB condition with its own names and values. They do not collide with the placeholders of a change, which
 * begin with `set_`.
 */
export interface Condition {
  expression: string;
  /** The attributes that the expression names as `#attribute`. Attributes that lists show are in the map `shown`. */
  names: string[];
  /** The values by placeholder without its colon. There is at least one. */
  values: Record<string, unknown>;
}

/** The changes to the attributes of a row, by the name of the attribute. */
export interface Changes {
  /** Attributes of the row that are set. */
  set?: Record<string, unknown>;
  /** Elements that are appended to lists of the row. */
  append?: Record<string, unknown>;
  /** Attributes of the map `shown` that are set. */
  show?: Record<string, unknown>;
  /** Numbers that are added to attributes of the map `shown`. */
  add?: Record<string, unknown>;
}

const assignments: Record<string, string> = {
  set: '#set_name = :set_name',
  append: '#set_name = list_append(#set_name, :set_name)',
  show: 'shown.#set_name = :set_name',
  add: 'shown.#set_name = shown.#set_name + :set_name',
};

/** Builds a conditional UpdateItem request for a snippet. */
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

/** Converts the condition to the form that DynamoDB requests have. */
export function conditionOf(when: Condition): NonNullable<DynamoDBUpdateItemRequest['condition']> {
  const { expression, names, values } = when;
  return { expression, expressionNames: namesOf(names, '#'), expressionValues: valuesOf(values, ':') };
}

/** Returns true if the data source refused the request because its condition did not hold. */
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
