import { isDeepStrictEqual } from 'node:util';
import type { DynamodbCalls } from '../../dynamodb/dynamodb-calls.ts';
import { isRefusal } from '../../dynamodb/dynamodb-calls.ts';
import { fieldsOf, RequestFault, type SourceAnswer } from './data-source.ts';
import { attributesFrom, plainItem } from './dynamodb-values.ts';

type Item = Record<string, unknown>;

/**
 * AppSync's second look after a refused condition: a put whose item is stored already (but for `equalsIgnore`) and a
 * delete whose item is gone did succeed, perhaps in an earlier try whose answer was lost. Undefined: a failure.
 * Source: "Handling a condition check failure" in AppSync's documentation of condition expressions.
 */
export async function asWanted(
  dynamodb: DynamodbCalls,
  table: string,
  request: Record<string, unknown>,
  error: unknown,
): Promise<SourceAnswer | undefined> {
  if (!isRefusal(error, 'ConditionalCheckFailedException')) return undefined;
  const condition = fieldsOf(request.condition);
  if (fieldsOf(condition.conditionalCheckFailedHandler).strategy === 'Custom') {
    throw new RequestFault(
      'A conditionalCheckFailedHandler of the strategy Custom is not available on the local host.',
    );
  }
  if (request.operation === 'UpdateItem') return undefined;
  const key = attributesFrom(request.key, '$[key]');
  const look = { TableName: table, Key: key, ConsistentRead: condition.consistentRead !== false };
  const read = await dynamodb.call('GetItem', look).catch(() => undefined);
  if (!read) return undefined;
  const { Item } = read;
  if (request.operation === 'DeleteItem') return Item ? undefined : { result: null };
  if (!Item) return undefined;
  const wanted = plainItem({ ...attributesFrom(request.attributeValues, '$[attributeValues]'), ...key });
  const ignored = Array.isArray(condition.equalsIgnore) ? condition.equalsIgnore : [];
  const stored = plainItem(Item);
  return isDeepStrictEqual(without(stored, ignored), without(wanted, ignored)) ? { result: stored } : undefined;
}

function without(item: Item, ignored: readonly unknown[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !ignored.includes(name)));
}
