import type { DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/**
 * The answer of BatchGetItem: the items of each table in the order of the keys, and the keys that were not processed.
 */
export interface ReadMany<Row> {
  data: Record<string, (Row | null)[]>;
  unprocessedKeys?: Record<string, unknown[] | null> | null;
}

/** Builds a strongly consistent BatchGetItem request. The keys must be different from each other. */
export function readMany(ids: string[], env: Record<string, string>): DynamoDBBatchGetItemRequest {
  const keys = ids.map((id) => util.dynamodb.toMapValues({ id }));
  return { operation: 'BatchGetItem', tables: { [`${env['TABLE']}`]: { keys, consistentRead: true } } };
}

/**
 * Returns the items in the order of the keys, with null for an item that does not exist. It ends the request with an
 * error if an item was not read.
 */
export function rowsOf<Row>({ data, unprocessedKeys }: ReadMany<Row>, sentence: string): (Row | null)[] {
  // Each key that is left names its attribute.
  if (`${JSON.stringify(unprocessedKeys)}`.indexOf('"id"') >= 0) util.error(sentence, 'InternalFailure');
  return Object.values(data).flat();
}
