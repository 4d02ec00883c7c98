import type { DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { util } from '@aws-appsync/utils';

/** Builds a strongly consistent GetItem request for a snippet. */
export function readSnippet(id: string): DynamoDBGetItemRequest {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ id }), consistentRead: true };
}
