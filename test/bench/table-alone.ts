import { join } from 'node:path';
import { openSnippetsTable } from '../../infra/local/dynamodb/snippets-table.ts';

/** `table-alone.ts DATA_FOLDER ID`: tells what reads of the table cost by the SDK, in microseconds of CPU. */
const [dataFolder = '', id = ''] = process.argv.slice(2);
const AT_ONCE = 32;
const MEASURED_MS = 1_000;

const { dynamodb, name: TableName, close } = await openSnippetsTable(join(dataFolder, 'table'));

async function costOfRead(read: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const during = async (forMs: number): Promise<void> => {
    const until = performance.now() + forMs;
    const loop = async (): Promise<void> => {
      for (; performance.now() < until; done += 1) await read();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, loop));
  };
  await during(MEASURED_MS);
  done = 0;
  const before = process.cpuUsage();
  await during(MEASURED_MS);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / done;
}

const query = (Limit: number) => (): Promise<unknown> =>
  dynamodb.call('Query', {
    ...{ TableName, IndexName: 'byOwnerV2', ScanIndexForward: false, Limit },
    KeyConditionExpression: '#owner = :owner',
    ExpressionAttributeNames: { '#owner': 'owner' },
    ExpressionAttributeValues: { ':owner': { S: 'public' } },
  });
const get = (): Promise<unknown> =>
  dynamodb.call('GetItem', { TableName, Key: { id: { S: id } }, ConsistentRead: true });

process.send?.({
  get: await costOfRead(get),
  query20: await costOfRead(query(20)),
  query50: await costOfRead(query(50)),
});
await close();
process.disconnect?.();
