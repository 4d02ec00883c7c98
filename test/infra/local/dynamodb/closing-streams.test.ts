import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { EmbeddedDynamodb } from '../../../../infra/local/dynamodb/embedded-dynamodb.ts';
import { openEmbeddedDynamodb } from '../../../../infra/local/dynamodb/embedded-dynamodb.ts';

const TableName = 'Rows';
const folder = mkdtempSync(join(tmpdir(), 'snipstream-streams-'));
const values = vi.spyOn(ClassicLevel.prototype, 'values');
let open: EmbeddedDynamodb;

beforeAll(async () => {
  open = await openEmbeddedDynamodb(folder);
  await open.call('CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'owner', AttributeType: 'S' },
      { AttributeName: 'day', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'owner', KeyType: 'HASH' },
      { AttributeName: 'day', KeyType: 'RANGE' },
    ],
  });
  await vi.waitUntil(async () => (await put('1')).status === 200);
  await put('2');
  await put('3');
});
afterAll(async () => {
  await open.close();
  values.mockRestore();
  rmSync(folder, { recursive: true });
});

const put = (day: string) => open.call('PutItem', { TableName, Item: { owner: { S: 'alice' }, day: { S: day } } });
const ofOwner = (owner: string) => ({
  KeyConditionExpression: '#owner = :owner',
  ExpressionAttributeNames: { '#owner': 'owner' },
  ExpressionAttributeValues: { ':owner': { S: owner } },
});

it.each([
  ['a query that is read to its end', 'Query', ofOwner('alice'), ['1', '2', '3']],
  ['a query that ends with its limit', 'Query', { ...ofOwner('alice'), Limit: 1 }, ['1']],
  ['a query from the newest', 'Query', { ...ofOwner('alice'), ScanIndexForward: false, Limit: 2 }, ['3', '2']],
  ['a query that finds nothing', 'Query', ofOwner('bob'), []],
  ['a scan that is read to its end', 'Scan', {}, ['1', '2', '3']],
  ['a scan that ends with its limit', 'Scan', { Limit: 2 }, ['1', '2']],
])('%s leaves no iterator open', async (_what, operation, input, days) => {
  values.mockClear();
  const { body } = await open.call(operation, { TableName, ...input });
  expect((body as { Items: { day: { S: string } }[] }).Items.map(({ day }) => day.S)).toEqual(days);
  await expect.poll(readFurther).toEqual(['LEVEL_ITERATOR_NOT_OPEN']);
});

it('a query that meets a damaged row fails, and leaves no iterator open', async () => {
  await open.close();
  const level = new ClassicLevel(folder);
  const [key = ''] = await level.keys({ gte: `item-${TableName}~`, lt: `item-${TableName}~~` }).all();
  await level.put(key, 'not JSON');
  await level.close();
  open = await openEmbeddedDynamodb(folder);
  values.mockClear();
  expect(await open.call('Query', { TableName, ...ofOwner('alice') })).toMatchObject({ status: 500 });
  await expect.poll(readFurther).toEqual(['LEVEL_ITERATOR_NOT_OPEN']);
});

/** What each iterator of the store says when it is asked for one more row. */
function readFurther(): Promise<unknown[]> {
  return Promise.all(values.mock.results.map(({ value }) => nextOf(value)));
}

async function nextOf(iterator: { next(): Promise<unknown> }): Promise<unknown> {
  return iterator.next().catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : error));
}
