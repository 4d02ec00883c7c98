import type { CreateTableCommandInput, DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { HttpResponse } from '@smithy/core/protocols';
import type { HttpRequest } from '@smithy/core/protocols';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { table } from '../../../resolvers/item/table.ts';
import { folderFault } from '../data-folder/folder-fault.ts';
import type { RealEnds } from '../wiring/aws-endpoints.ts';
import type { EmbeddedDynamodb } from './embedded-dynamodb.ts';
import { openEmbeddedDynamodb } from './embedded-dynamodb.ts';
import type { Downtime } from './resume-snippet.ts';
import { resumeSnippet } from './resume-snippet.ts';
import { checkLayout } from './table-layout.ts';

/** The table `Snippets` on this machine. */
export interface SnippetsTable {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** Makes these snippets ready to go on, see {@link resumeSnippet}. */
  resume(ids: readonly string[], downtime: Downtime): Promise<void>;
  close(): Promise<void>;
}

const NAME = 'Snippets';
/** A table that is being made takes no calls. */
const LOOK_EVERY_MS = 5;

/**
 * Opens the table in a folder, or the one of a DynamoDB of one's own; makes it when it is missing.
 * @param warn told of every error of the store in the folder
 * @throws FolderFault the folder cannot be used
 */
export async function openSnippetsTable(
  folder: string,
  real?: RealEnds,
  warn?: (line: string) => void,
): Promise<SnippetsTable> {
  const embedded = real?.dynamodb ? undefined : await openFolder(folder, warn);
  const client = new DynamoDBClient(embedded ? configOf(embedded) : realConfig(real));
  const place = embedded ? `The data folder ${dirname(folder)}` : `The table ${NAME} of your DynamoDB`;
  await createIfMissing(client, place).catch(async (error: unknown) => {
    await embedded?.close();
    throw embedded ? folderFault(folder, error) : error;
  });
  return {
    client,
    name: NAME,
    async resume(ids, downtime) {
      for (const id of ids) await resumeSnippet(client, NAME, id, downtime);
    },
    async close() {
      client.destroy();
      await embedded?.close();
    },
  };
}

async function openFolder(folder: string, warn?: (line: string) => void): Promise<EmbeddedDynamodb> {
  try {
    return await openEmbeddedDynamodb(folder, warn);
  } catch (error) {
    throw folderFault(folder, error);
  }
}

/** The SDK's client, whose requests go to the store without a socket. */
function configOf(embedded: EmbeddedDynamodb): DynamoDBClientConfig {
  return {
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
    requestHandler: {
      async handle(request: HttpRequest) {
        const [, operation = ''] = (request.headers['x-amz-target'] ?? '').split('.');
        const { status, body } = await embedded.call(
          operation,
          JSON.parse(new TextDecoder().decode(request.body as Uint8Array)),
        );
        const response = new HttpResponse({
          statusCode: status,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Buffer.from(JSON.stringify(body)),
        });
        return { response };
      },
    },
  };
}

function realConfig(real: RealEnds | undefined): DynamoDBClientConfig {
  return {
    ...(real?.dynamodb ? { endpoint: real.dynamodb } : {}),
    ...(real?.region ? { region: real.region } : {}),
    ...(real?.credentials ? { credentials: real.credentials } : {}),
  };
}

async function createIfMissing(client: DynamoDBClient, place: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(definition()));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    await checkLayout(client, definition(), place);
  }
  while (!(await isActive(client))) await sleep(LOOK_EVERY_MS);
}

async function isActive(client: DynamoDBClient): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: NAME }));
  return Table?.TableStatus === 'ACTIVE';
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
        NonKeyAttributes: [...table.projected],
      },
    })),
  };
}
