import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import type { DynamodbCalls } from '../../dynamodb/dynamodb-calls.ts';
import { DynamodbRefusal } from '../../dynamodb/dynamodb-calls.ts';
import {
  type DataSource,
  fieldsOf,
  RequestFault,
  required,
  type SourceAnswer,
  type SourceError,
} from './data-source.ts';
import { batchDelete, batchGet } from './dynamodb-batches.ts';
import { asWanted } from './dynamodb-condition.ts';
import { expressionIn, placeholders } from './dynamodb-expressions.ts';
import { createPageTokens, type PageTokens } from './dynamodb-page-token.ts';
import { attributesFrom, plainItem } from './dynamodb-values.ts';

interface DynamodbSourceOptions {
  dynamodb: DynamodbCalls;
  table: string;
  /** Whose pages these are: a `nextToken` of another resolver or function is refused. */
  resolver: string;
  /** The host's own, kept over restarts, so that tokens outlive them. */
  tokenSecret: string;
}

type Request = Record<string, unknown>;

/**
 * A data source of the type AMAZON_DYNAMODB for one resolver or function: GetItem, PutItem, UpdateItem, DeleteItem,
 * BatchGetItem, BatchDeleteItem, Query and Scan. What DynamoDB refuses is an error `DynamoDB:<name of the exception>`; a `nextToken` that is not this
 * resolver's, `DynamoDB:UserIllegalArgumentException`, as on AWS
 * (https://github.com/aws-amplify/amplify-cli/issues/3411).
 */
export function createDynamodbSource({ dynamodb, table, resolver, tokenSecret }: DynamodbSourceOptions): DataSource {
  const tokens = createPageTokens(tokenSecret, resolver);
  const run = (request: Request): Promise<SourceAnswer> => {
    const operation = required(request, 'operation');
    switch (operation) {
      case 'GetItem':
        return getItem(dynamodb, table, request);
      case 'PutItem':
        return putItem(dynamodb, table, request);
      case 'UpdateItem':
        return updateItem(dynamodb, table, request);
      case 'DeleteItem':
        return deleteItem(dynamodb, table, request);
      case 'BatchGetItem':
        return batchGet(dynamodb, request);
      case 'BatchDeleteItem':
        return batchDelete(dynamodb, request);
      case 'Query':
      case 'Scan':
        return readPage(dynamodb, table, operation, request, tokens);
      default:
        throw new RequestFault(`Unsupported operation '${String(operation)}' on the local host.`);
    }
  };
  return {
    async invoke(request) {
      const fields = fieldsOf(request);
      try {
        return await run(fields);
      } catch (error) {
        if (error instanceof RequestFault) throw error;
        const wanted = await asWanted(dynamodb, table, fields, error);
        return wanted ?? { result: null, error: sourceError(error) };
      }
    },
  };
}

async function getItem(dynamodb: DynamodbCalls, table: string, request: Request): Promise<SourceAnswer> {
  const projection = expressionIn(request, 'projection');
  const { Item } = await dynamodb.call('GetItem', {
    TableName: table,
    Key: keyOf(request),
    ConsistentRead: request.consistentRead === true,
    ProjectionExpression: projection?.text,
    ...placeholders(projection),
  });
  return { result: Item ? plainItem(Item) : null };
}

async function putItem(dynamodb: DynamodbCalls, table: string, request: Request): Promise<SourceAnswer> {
  const condition = expressionIn(request, 'condition');
  const values = attributesFrom(required(request, 'attributeValues'), '$[attributeValues]');
  const item = { ...values, ...keyOf(request) };
  await dynamodb.call('PutItem', {
    TableName: table,
    Item: item,
    ConditionExpression: condition?.text,
    ...placeholders(condition),
  });
  return { result: plainItem(item) };
}

async function updateItem(dynamodb: DynamodbCalls, table: string, request: Request): Promise<SourceAnswer> {
  required(request, 'update');
  const update = expressionIn(request, 'update');
  const condition = expressionIn(request, 'condition');
  const { Attributes } = await dynamodb.call('UpdateItem', {
    TableName: table,
    Key: keyOf(request),
    UpdateExpression: update?.text,
    ConditionExpression: condition?.text,
    ...placeholders(update, condition),
    ReturnValues: 'ALL_NEW',
  });
  return { result: Attributes ? plainItem(Attributes) : null };
}

async function deleteItem(dynamodb: DynamodbCalls, table: string, request: Request): Promise<SourceAnswer> {
  const condition = expressionIn(request, 'condition');
  const { Attributes } = await dynamodb.call('DeleteItem', {
    TableName: table,
    Key: keyOf(request),
    ConditionExpression: condition?.text,
    ...placeholders(condition),
    ReturnValues: 'ALL_OLD',
  });
  return { result: Attributes ? plainItem(Attributes) : null };
}

async function readPage(
  dynamodb: DynamodbCalls,
  table: string,
  operation: 'Query' | 'Scan',
  request: Request,
  tokens: PageTokens,
): Promise<SourceAnswer> {
  const token = request.nextToken ?? undefined;
  const start = typeof token === 'string' ? tokens.read(token) : undefined;
  if (token !== undefined && !start) return { result: null, error: invalidToken };
  const filter = expressionIn(request, 'filter');
  const projection = expressionIn(request, 'projection');
  const shared = {
    TableName: table,
    IndexName: optional<string>(request.index),
    Limit: optional<number>(request.limit),
    ConsistentRead: request.consistentRead === true,
    Select: optional<QueryCommandInput['Select']>(request.select),
    FilterExpression: filter?.text,
    ProjectionExpression: projection?.text,
    ExclusiveStartKey: start,
  };
  if (operation === 'Scan') {
    const segments = {
      Segment: optional<number>(request.segment),
      TotalSegments: optional<number>(request.totalSegments),
    };
    return page(await dynamodb.call('Scan', { ...shared, ...segments, ...placeholders(filter, projection) }), tokens);
  }
  required(request, 'query');
  const query = expressionIn(request, 'query');
  return page(
    await dynamodb.call('Query', {
      ...shared,
      KeyConditionExpression: query?.text,
      ScanIndexForward: request.scanIndexForward !== false,
      ...placeholders(query, filter, projection),
    }),
    tokens,
  );
}

function page(
  read: Pick<QueryCommandOutput, 'Items' | 'LastEvaluatedKey' | 'ScannedCount'>,
  tokens: PageTokens,
): SourceAnswer {
  return {
    result: {
      items: (read.Items ?? []).map(plainItem),
      nextToken: read.LastEvaluatedKey ? tokens.write(read.LastEvaluatedKey) : null,
      scannedCount: read.ScannedCount ?? 0,
    },
  };
}

const invalidToken: SourceError = {
  type: 'DynamoDB:UserIllegalArgumentException',
  message: 'com.amazonaws.deepdish.common.pagination.InvalidPaginationTokenException: Invalid pagination token given.',
};

function keyOf(request: Request) {
  return attributesFrom(required(request, 'key'), '$[key]');
}

/** What the code wrote goes to DynamoDB as it is, which refuses what is of the wrong type; null means left out. */
function optional<T>(value: unknown): T | undefined {
  return (value ?? undefined) as T | undefined;
}

/** In the words of the SDK for Java, which AppSync uses. */
function sourceError(error: unknown): SourceError {
  const { name = 'Error', message = String(error) } = error as Partial<Error>;
  if (!(error instanceof DynamodbRefusal)) return { type: `DynamoDB:${name}`, message };
  const details = `Service: DynamoDb, Status Code: ${error.status}, Request ID: ${error.requestId}`;
  return { type: `DynamoDB:${name}`, message: `${message} (${details})` };
}
