import { ClassicLevel } from 'classic-level';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { EmbeddedDynamodb } from '../../../../infra/local/dynamodb/embedded-dynamodb.ts';
import { openEmbeddedDynamodb } from '../../../../infra/local/dynamodb/embedded-dynamodb.ts';
import { mayMount, mountDisk } from '../../../support/faults/small-disk.ts';

const definition = {
  TableName: 'Rows',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
};

const put = (open: EmbeddedDynamodb, id: string, text = '') =>
  open.call('PutItem', { TableName: 'Rows', Item: { id: { S: id }, text: { S: text } } });
const get = (open: EmbeddedDynamodb, id: string) =>
  open.call('GetItem', { TableName: 'Rows', Key: { id: { S: id } }, ConsistentRead: true });

async function openRows(folder: string): Promise<EmbeddedDynamodb> {
  const open = await openEmbeddedDynamodb(folder);
  await open.call('CreateTable', definition);
  await expect.poll(async () => (await put(open, 'first')).status).toBe(200);
  return open;
}

it('a table whose making was cut short by a kill takes rows at the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-embedded-'));
  try {
    await (await openRows(folder)).close();
    const store = new ClassicLevel<string, Record<string, unknown>>(folder, { valueEncoding: 'json' });
    await store.put('table~Rows', { ...(await store.get('table~Rows')), TableStatus: 'CREATING' });
    await store.close();
    const again = await openEmbeddedDynamodb(folder);
    expect(await put(again, 'second')).toMatchObject({ status: 200 });
    await again.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('an operation that is not there is refused as DynamoDB refuses it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-embedded-'));
  const open = await openEmbeddedDynamodb(folder);
  expect(await open.call('DropAll', {})).toMatchObject({
    status: 400,
    body: { __type: 'com.amazon.coral.service#UnknownOperationException' },
  });
  await open.close();
  rmSync(folder, { recursive: true });
});

it.skipIf(!mayMount)(
  'a full disk fails the call; every row that was accepted, before and after, outlives a restart',
  async () => {
    const disk = mountDisk('4m');
    const folder = join(disk.path, 'table');
    try {
      const open = await openRows(folder);
      const accepted = ['first'];
      for (let round = 0; round < 3; round++) {
        expect(() => writeFileSync(join(disk.path, 'fill'), Buffer.alloc(8 * 1024 * 1024))).toThrow('ENOSPC');
        for (let row = 0; ; row++) {
          const id = `${round}-${row}`;
          const { status, body } = await put(open, id, 'x'.repeat(3_000));
          if (status === 200) accepted.push(id);
          else {
            expect(body).toMatchObject({ __type: expect.stringContaining('InternalServerError') });
            break;
          }
        }
        rmSync(join(disk.path, 'fill'));
        for (let row = 0; row < 20; row++) {
          const id = `${round}-after-${row}`;
          expect(await put(open, id, 'y'.repeat(3_000))).toMatchObject({ status: 200 });
          accepted.push(id);
        }
      }
      await open.close();
      const again = await openEmbeddedDynamodb(folder);
      const lost: string[] = [];
      for (const id of accepted) if (!JSON.stringify((await get(again, id)).body).includes(`"${id}"`)) lost.push(id);
      expect(lost).toEqual([]);
      await again.close();
    } finally {
      disk.unmount();
    }
  },
);
