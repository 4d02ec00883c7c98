import type { DynamoDBUpdateItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/** A condition with names and values of its own: the placeholders of a change all begin with `set_`. */
export interface Condition {
  expression: string;
  /** Attributes, each named `#attribute` in the expression. */
  names: string[];
  /** By placeholder without the colon; at least one. */
  values: Record<string, unknown>;
}

interface Change {
  /** By attribute. */
  values: Record<string, unknown>;
  /** How an attribute takes its value; one that is not named here is set to it. */
  ways: Record<string, Way>;
  when: Condition;
}

/** A number is added to the one that is there; a list lengthens the one that is there. */
type Way = 'set' | 'add' | 'append';

const assignments: Record<Way, string> = {
  set: '#set_name = :set_name',
  add: '#set_name = #set_name + :set_name',
  append: '#set_name = list_append(#set_name, :set_name)',
};

/** One conditional UpdateItem on a snippet. */
export function changeSnippet(id: string, { values, ways, when }: Change): DynamoDBUpdateItemRequest {
  const names = Object.keys(values);
  const terms = names.map((name) => assignments[ways[name] ?? 'set'].split('set_name').join(`set_${name}`));
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id }),
    update: {
      expression: `SET ${terms.join(', ')}`,
      expressionNames: namesOf(names, '#set_'),
      expressionValues: valuesOf(values, ':set_'),
    },
    condition: conditionOf(when),
  };
}

/** The condition as DynamoDB takes it. */
export function conditionOf({
  expression,
  names,
  values,
}: Condition): NonNullable<DynamoDBUpdateItemRequest['condition']> {
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
