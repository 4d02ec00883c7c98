import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { DynamodbCalls, DynamodbOperations } from './dynamodb-calls.ts';
import { DynamodbRefusal } from './dynamodb-calls.ts';

/** A real DynamoDB, by the AWS SDK, which is loaded for it alone: it takes longer to load than all of the host. */
export async function openSdkCalls(config: DynamoDBClientConfig): Promise<DynamodbCalls & { close(): void }> {
  const sdk = await import('@aws-sdk/client-dynamodb');
  const client = new sdk.DynamoDB(config);
  const methods: { [Name in keyof DynamodbOperations]: (input: never) => Promise<DynamodbOperations[Name]['out']> } = {
    BatchGetItem: (input) => client.batchGetItem(input),
    BatchWriteItem: (input) => client.batchWriteItem(input),
    CreateTable: (input) => client.createTable(input),
    DeleteItem: (input) => client.deleteItem(input),
    DescribeTable: (input) => client.describeTable(input),
    GetItem: (input) => client.getItem(input),
    PutItem: (input) => client.putItem(input),
    Query: (input) => client.query(input),
    Scan: (input) => client.scan(input),
    UpdateItem: (input) => client.updateItem(input),
  };
  return {
    async call(operation, input) {
      try {
        return await methods[operation](input as never);
      } catch (error) {
        if (!(error instanceof sdk.DynamoDBServiceException)) throw error;
        const { name, message, $metadata } = error;
        throw new DynamodbRefusal(name, message, $metadata.httpStatusCode ?? 400, $metadata.requestId);
      }
    },
    close: () => client.destroy(),
  };
}
