import { CreateTableCommand, DescribeTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { mkdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../support/hosts/api.ts';
import { newFolder, startTestHost } from '../../../support/hosts/test-host.ts';

/** As 0.1.0 made it: what a list shows stood in the rows itself, and each index named it. */
const listedBefore = ['language', 'instruction', 'status', 'objectKey', 'updatedAt'];
const indexBefore = (IndexName: string, partition: string) => ({
  IndexName,
  KeySchema: [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: 'createdAt', KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: listedBefore },
});
const S = 'S' as const;
const tableBefore = {
  TableName: 'Snippets',
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: ['id', 'owner', 'createdAt'].map((AttributeName) => ({ AttributeName, AttributeType: S })),
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
  GlobalSecondaryIndexes: [indexBefore('byOwner', 'owner')],
};

describe('a data folder of another version', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  async function folderOfBefore(): Promise<string> {
    const folder = newFolder();
    folders.push(folder);
    const inside = join(folder, 'table');
    mkdirSync(inside);
    const before = dynalite({ path: inside, createTableMs: 0 });
    await new Promise<void>((done) => before.listen(0, '127.0.0.1', done));
    const client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${(before.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    await client.send(new CreateTableCommand(tableBefore));
    const row = { id: '1', owner: 'public', createdAt: '2026-11-23T01:45:01.000Z', status: 'COMPLETED' };
    const Item = Object.fromEntries(Object.entries(row).map(([name, text]) => [name, { S: text }]));
    await client.send(new PutItemCommand({ TableName: tableBefore.TableName, Item }));
    const { TableName } = tableBefore;
    await eventually(
      () => client.send(new DescribeTableCommand({ TableName })),
      ({ Table }) => Table?.GlobalSecondaryIndexes?.[0]?.IndexStatus === 'ACTIVE',
    );
    client.destroy();
    await new Promise((done) => before.close(done));
    return folder;
  }

  it('is refused by name, with what to do, and is left as it is', async () => {
    const dataFolder = await folderOfBefore();
    const refusal = new RegExp(
      `^The data folder ${dataFolder} holds snippets of another version of Snipstream.*byOwner \\(owner createdAt; .*` +
        'needed are byOwnerAndLanguageV2 .*Start with another data folder \\(--data\\)',
    );
    await expect(startTestHost({}, { dataFolder })).rejects.toThrow(refusal);
    await expect(startTestHost({}, { dataFolder }), 'and again').rejects.toThrow(refusal);
  });

  it('is opened when it is of this version', async () => {
    const dataFolder = newFolder();
    folders.push(dataFolder);
    await (await startTestHost({}, { dataFolder })).close();
    await (await startTestHost({}, { dataFolder })).close();
  });
});
