import type { DynamoDBBatchGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/** What DynamoDB answers: for each table its items in the order of the keys, and the keys that it did not get to. */
export interface ReadMany<Row> {
  data: Record<string, (Row | null)[]>;
  unprocessedKeys?: Record<string, unknown[] | null> | null;
}

/** Reads items as they are at this moment; no key may be there twice. */
export function readMany(ids: string[], env: Record<string, string>): DynamoDBBatchGetItemRequest {
  const keys = ids.map((id) => util.dynamodb.toMapValues({ id }));
  return { operation: 'BatchGetItem', tables: { [`${env['TABLE']}`]: { keys, consistentRead: true } } };
}

/** The items in the order of the keys, null where there is none; ends the request when one of them was not read. */
export function rowsOf<Row>({ data, unprocessedKeys }: ReadMany<Row>, sentence: string): (Row | null)[] {
  // Each key that is left names its attribute.
  if (`${JSON.stringify(unprocessedKeys)}`.indexOf('"id"') >= 0) util.error(sentence, 'InternalFailure');
  return Object.values(data).flat();
}
