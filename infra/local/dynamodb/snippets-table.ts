import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, DynamoDBClient, paginateScan, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { table } from '../../../resolvers/item/table.ts';
import type { RealEnds } from '../wiring/aws-endpoints.ts';

/** The table `Snippets` on this machine. */
export interface SnippetsTable {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** Treats every lease as ended, and gives the ids of what is unfinished, oldest first. */
  endLeases(): Promise<string[]>;
  close(): Promise<void>;
}

const NAME = 'Snippets';

/** Opens the table in a folder, or the one of a DynamoDB of one's own; makes it when it is missing. */
export async function openSnippetsTable(folder: string, real?: RealEnds): Promise<SnippetsTable> {
  const server = real?.dynamodb ? undefined : dynalite({ path: folder, createTableMs: 0 });
  const client = new DynamoDBClient(
    server
      ? { endpoint: await listen(server), region: 'us-east-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } }
      : {
          ...(real?.dynamodb ? { endpoint: real.dynamodb } : {}),
          ...(real?.region ? { region: real.region } : {}),
          ...(real?.credentials ? { credentials: real.credentials } : {}),
        },
  );
  await createIfMissing(client);
  return {
    client,
    name: NAME,
    endLeases: () => endLeases(client),
    async close() {
      client.destroy();
      if (server) await new Promise((done) => server.close(done));
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
}

async function createIfMissing(client: DynamoDBClient): Promise<void> {
  try {
    await client.send(new CreateTableCommand(definition()));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceInUseException')) throw error;
  }
}

function definition(): CreateTableCommandInput {
  const indexes = Object.entries(table.indexes);
  const names = new Set([table.key, ...indexes.flatMap(([, { partition, sort }]) => [partition, sort])]);
  return {
    TableName: NAME,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...names].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: [{ AttributeName: table.key, KeyType: 'HASH' }],
    GlobalSecondaryIndexes: indexes.map(([IndexName, { partition, sort }]) => ({
      IndexName,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      Projection: {
        ProjectionType: 'INCLUDE',
        NonKeyAttributes: table.listed.filter((name) => name !== partition),
      },
    })),
  };
}

async function endLeases(client: DynamoDBClient): Promise<string[]> {
  const pages = paginateScan(
    { client },
    {
      TableName: NAME,
      FilterExpression: '#status IN (:pending, :generating)',
      ProjectionExpression: 'id, createdAt, #status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':pending': { S: 'PENDING' }, ':generating': { S: 'GENERATING' } },
    },
  );
  const found: { id: string; createdAt: string; held: boolean }[] = [];
  for await (const { Items = [] } of pages) {
    for (const { id, createdAt, status } of Items) {
      if (id?.S && createdAt?.S) found.push({ id: id.S, createdAt: createdAt.S, held: status?.S === 'GENERATING' });
    }
  }
  for (const { id, held } of found) {
    if (!held) continue;
    await client.send(
      new UpdateItemCommand({
        TableName: NAME,
        Key: { id: { S: id } },
        UpdateExpression: 'SET #lease = :ended',
        ExpressionAttributeNames: { '#lease': 'lease' },
        ExpressionAttributeValues: { ':ended': { N: '0' } },
      }),
    );
  }
  return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).map(({ id }) => id);
}
