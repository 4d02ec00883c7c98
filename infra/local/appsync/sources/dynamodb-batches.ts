import { isDeepStrictEqual } from 'node:util';
import type { DynamodbCalls } from '../../dynamodb/dynamodb-calls.ts';
import { fieldsOf, RequestFault, required, type SourceAnswer } from './data-source.ts';
import { expressionIn, placeholders } from './dynamodb-expressions.ts';
import { attributesFrom, plainItem } from './dynamodb-values.ts';

/**
 * The items in the order of the keys, null for one that is not there
 * (https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-batch-get-item.html).
 */
export async function batchGet(dynamodb: DynamodbCalls, request: Record<string, unknown>): Promise<SourceAnswer> {
  const asked = Object.entries(fieldsOf(required(request, 'tables'))).map(([table, value]) => {
    const fields = fieldsOf(value);
    const { keys, consistentRead } = fields;
    if (!Array.isArray(keys)) throw new RequestFault(`Value for field '$[tables][${table}][keys]' is no list.`);
    const Keys = keys.map((key) => attributesFrom(key, `$[tables][${table}][keys]`));
    const projection = expressionIn(fields, 'projection');
    const read = { Keys, ConsistentRead: consistentRead === true, ProjectionExpression: projection?.text };
    return [table, { ...read, ...placeholders(projection) }] as const;
  });
  const { Responses = {}, UnprocessedKeys = {} } = await dynamodb.call('BatchGetItem', {
    RequestItems: Object.fromEntries(asked),
  });
  const data = asked.map(([table, { Keys }]) => [
    table,
    Keys.map((key) => {
      const names = Object.keys(key);
      const item = Responses[table]?.find((found) => names.every((name) => isDeepStrictEqual(found[name], key[name])));
      return item ? plainItem(item) : null;
    }),
  ]);
  const left = Object.entries(UnprocessedKeys).map(([table, { Keys }]) => [table, (Keys ?? []).map(plainItem)]);
  return { result: { data: Object.fromEntries(data), unprocessedKeys: Object.fromEntries(left) } };
}

/** https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-batch-delete-item.html */
export async function batchDelete(dynamodb: DynamodbCalls, request: Record<string, unknown>): Promise<SourceAnswer> {
  const tables = Object.entries(fieldsOf(required(request, 'tables'))).map(([table, keys]) => {
    if (!Array.isArray(keys)) throw new RequestFault(`Value for field '$[tables][${table}]' is no list.`);
    return [table, keys.map((key) => attributesFrom(key, `$[tables][${table}]`))] as const;
  });
  const { UnprocessedItems = {} } = await dynamodb.call('BatchWriteItem', {
    RequestItems: Object.fromEntries(
      tables.map(([table, keys]) => [table, keys.map((Key) => ({ DeleteRequest: { Key } }))]),
    ),
  });
  const unprocessedKeys = Object.entries(UnprocessedItems).map(([table, writes]) => [
    table,
    writes.flatMap(({ DeleteRequest }) => (DeleteRequest?.Key ? [plainItem(DeleteRequest.Key)] : [])),
  ]);
  const data = tables.map(([table, keys]) => [table, keys.map(plainItem)]);
  return { result: { data: Object.fromEntries(data), unprocessedKeys: Object.fromEntries(unprocessedKeys) } };
}
