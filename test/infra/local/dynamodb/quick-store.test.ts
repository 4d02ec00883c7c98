import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { EmbeddedDynamodb } from '../../../../infra/local/dynamodb/embedded-dynamodb.ts';
import { openEmbeddedDynamodb } from '../../../../infra/local/dynamodb/embedded-dynamodb.ts';

const folder = mkdtempSync(join(tmpdir(), 'snipstream-quick-'));
let open: EmbeddedDynamodb;

beforeAll(async () => {
  open = await openEmbeddedDynamodb(folder);
  await open.call('CreateTable', {
    TableName: 'Rows',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['id', 'owner', 'day'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byOwner',
        KeySchema: [
          { AttributeName: 'owner', KeyType: 'HASH' },
          { AttributeName: 'day', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['shown'] },
      },
    ],
  });
  await vi.waitUntil(async () => (await put('probe')).status === 200);
});
afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true });
});

const put = (owner: string) => {
  const shown = { M: { status: { S: 'PENDING' } } };
  return open.call('PutItem', {
    TableName: 'Rows',
    Item: { id: { S: owner }, owner: { S: owner }, day: { S: '1' }, parts: { L: [] }, shown },
  });
};
const change = (id: string, UpdateExpression: string, text: string) => {
  const names = UpdateExpression.includes('#') ? { ExpressionAttributeNames: { '#owner': 'owner' } } : {};
  const values = UpdateExpression.includes(':') ? { ExpressionAttributeValues: { ':text': { S: text } } } : {};
  return open.call('UpdateItem', { TableName: 'Rows', Key: { id: { S: id } }, UpdateExpression, ...names, ...values });
};
const listed = async (owner: string): Promise<unknown> => {
  const { body } = await open.call('Query', {
    TableName: 'Rows',
    IndexName: 'byOwner',
    KeyConditionExpression: '#owner = :owner',
    ExpressionAttributeNames: { '#owner': 'owner' },
    ExpressionAttributeValues: { ':owner': { S: owner } },
  });
  return (body as { Items: unknown }).Items;
};
const row = (owner: string, more: object) => ({ id: { S: owner }, owner: { S: owner }, day: { S: '1' }, ...more });

it.each([
  [
    'within what it carries',
    'changed',
    'SET shown.title = :text',
    { M: { status: { S: 'PENDING' }, title: { S: 'x' } } },
  ],
  ['to another type', 'retyped', 'SET shown = :text', { S: 'x' }],
  ['that it does not carry', 'unseen', 'SET parts = :text', { M: { status: { S: 'PENDING' } } }],
])('an index lists a change %s', async (_what, owner, expression, shown) => {
  await put(owner);
  expect(await change(owner, expression, 'x')).toMatchObject({ status: 200 });
  expect(await listed(owner)).toEqual([row(owner, { shown })]);
});

it('an index lists no more what an update or a replacement took away', async () => {
  await put('emptied');
  await change('emptied', 'REMOVE shown', '');
  expect(await listed('emptied')).toEqual([row('emptied', {})]);
});

it('an index lists an item under its new key alone', async () => {
  await put('mover');
  await change('mover', 'SET #owner = :text', 'elsewhere');
  expect([await listed('mover'), await listed('elsewhere')]).toMatchObject([[], [{ id: { S: 'mover' } }]]);
});
