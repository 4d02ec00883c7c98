import type { DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/** Reads a snippet as it is at this moment. */
export function readSnippet(id: string): DynamoDBGetItemRequest {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ id }), consistentRead: true };
}
