import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { fieldsOf, isObject, RequestFault, required } from './data-source.ts';
import { attributesFrom } from './dynamodb-values.ts';

/** One expression of a request, such as its `condition`, with the placeholders it brings. */
export interface PlacedExpression {
  text: string;
  names: Record<string, string>;
  values: Record<string, AttributeValue>;
}

/** The expression in the field, undefined when there is none. */
export function expressionIn(request: Record<string, unknown>, field: string): PlacedExpression | undefined {
  if (request[field] === undefined || request[field] === null) return undefined;
  const path = `$[${field}]`;
  const { expressionNames, expressionValues, ...fields } = fieldsOf(request[field]);
  return {
    text: String(required(fields, 'expression', path)),
    names: isObject(expressionNames) ? (expressionNames as Record<string, string>) : {},
    values: attributesFrom(expressionValues ?? {}, `${path}[expressionValues]`),
  };
}

/** All placeholders of one call; DynamoDB takes no empty map. Throws when one means two things. */
export function placeholders(...expressions: (PlacedExpression | undefined)[]): {
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
} {
  return {
    ExpressionAttributeNames: union(expressions.map((expression) => expression?.names ?? {})),
    ExpressionAttributeValues: union(expressions.map((expression) => expression?.values ?? {})),
  };
}

function union<T>(maps: Record<string, T>[]): Record<string, T> | undefined {
  const all = new Map<string, T>();
  for (const [name, value] of maps.flatMap((map) => Object.entries(map))) {
    const known = all.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value)) {
      throw new RequestFault(`The placeholder ${name} stands for two things in one request.`);
    }
    all.set(name, value);
  }
  return all.size > 0 ? Object.fromEntries(all) : undefined;
}
