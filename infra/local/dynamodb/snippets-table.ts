import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { table } from '../../../resolvers/item/table.ts';
import { folderFault } from '../data-folder/folder-fault.ts';
import type { AwsEndpoints } from '../wiring/aws-endpoints.ts';
import type { DynamodbCalls } from './dynamodb-calls.ts';
import { isRefusal } from './dynamodb-calls.ts';
import { embeddedCalls } from './embedded-calls.ts';
import { openEmbeddedDynamodb } from './embedded-dynamodb.ts';
import type { Downtime } from './resume-snippet.ts';
import { resumeSnippet } from './resume-snippet.ts';
import { openSdkCalls } from './sdk-calls.ts';
import { checkLayout } from './table-layout.ts';

/** The table `Snippets` on this machine. */
export interface SnippetsTable {
  readonly dynamodb: DynamodbCalls;
  readonly name: string;
  /** What was lost of it when it was opened: sentences that name the damaged files. */
  readonly damage: readonly string[];
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
  real?: AwsEndpoints,
  warn?: (line: string) => void,
): Promise<SnippetsTable> {
  const isEmbedded = !real?.dynamodb;
  const { dynamodb, damage, close } = isEmbedded ? await openFolder(folder, warn) : await openReal(real);
  const place = isEmbedded ? `The data folder ${dirname(folder)}` : `The table ${NAME} of your DynamoDB`;
  await createIfMissing(dynamodb, place).catch(async (error: unknown) => {
    await close();
    throw isEmbedded ? folderFault(folder, error) : error;
  });
  return {
    ...{ dynamodb, damage },
    name: NAME,
    async resume(ids, downtime) {
      for (const id of ids) await resumeSnippet(dynamodb, NAME, id, downtime);
    },
    close,
  };
}

type Opened = Pick<SnippetsTable, 'dynamodb' | 'damage' | 'close'>;

async function openFolder(folder: string, warn?: (line: string) => void): Promise<Opened> {
  try {
    const embedded = await openEmbeddedDynamodb(folder, warn);
    return { dynamodb: embeddedCalls(embedded), damage: embedded.damage, close: embedded.close };
  } catch (error) {
    throw folderFault(folder, error);
  }
}

async function openReal({ dynamodb, region, credentials }: AwsEndpoints): Promise<Opened> {
  const calls = await openSdkCalls({
    ...(dynamodb ? { endpoint: dynamodb } : {}),
    ...(region ? { region } : {}),
    ...(credentials ? { credentials } : {}),
  });
  return { dynamodb: calls, damage: [], close: async () => calls.close() };
}

async function createIfMissing(dynamodb: DynamodbCalls, place: string): Promise<void> {
  try {
    await dynamodb.call('CreateTable', definition());
  } catch (error) {
    if (!isRefusal(error, 'ResourceInUseException')) throw error;
    await checkLayout(dynamodb, definition(), place);
  }
  while (!(await isActive(dynamodb))) await sleep(LOOK_EVERY_MS);
}

async function isActive(dynamodb: DynamodbCalls): Promise<boolean> {
  const { Table } = await dynamodb.call('DescribeTable', { TableName: NAME });
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
