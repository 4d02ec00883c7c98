import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { benchFolder, startFloor, startMeasuredHost } from './bench-hosts.ts';
import type { Row } from './bench-row.ts';
import { costPerRequest, post } from './http-load.ts';
import { seedTable } from './seed-table.ts';

const ROUND_MS = 900;
const WARM_UP_MS = 1_500;

/** What the queries that people ask most take, with many at once. */
export async function measureRequests(rounds: number, snippets: number): Promise<Row[]> {
  const folder = benchFolder();
  const id = await seedTable(folder.path, snippets);
  const table = await tableAlone(folder.path, id);
  const host = await startMeasuredHost(folder.path);
  const floor = await startFloor();
  const of = `of ${snippets.toLocaleString('en-US')}`;
  const asked = [
    { what: '{ __typename }', query: '{ __typename }', reach: '≤ 2 × floor', least: undefined },
    {
      what: `snippet(id) { code } ${of}`,
      query: `{ snippet(id: "${id}") { id language instruction code createdAt } }`,
      ...{ reach: '≤ 1,000 µs', least: table.get },
    },
    {
      what: `snippets(limit: 20) ${of}`,
      query: '{ snippets(limit: 20) { items { id language instruction status createdAt } nextToken } }',
      ...{ reach: '≤ 4,000 µs', least: table.query20 },
    },
    {
      what: `snippets(limit: 50) { code } ${of}`,
      query: '{ snippets(limit: 50) { items { id language instruction code createdAt } nextToken } }',
      ...{ reach: '≤ 15,000 µs', least: table.query50 },
    },
  ];
  const rows: Row[] = [];
  try {
    for (const { what, query, reach, least } of asked) {
      const body = JSON.stringify({ query });
      const load = { pid: host.pid, url: host.url, headers: host.headers, body, atOnce: 32 };
      const { text } = await post(host.url, host.headers, body);
      if (text.includes('"errors"')) throw new Error(`${query} is answered ${text}`);
      const bare = { ...load, pid: floor.pid, url: `${floor.url}/${Buffer.byteLength(text)}`, headers: {} };
      await costPerRequest(load, WARM_UP_MS);
      const ours: number[] = [];
      const floors: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await costPerRequest(load, ROUND_MS));
        floors.push(await costPerRequest(bare, ROUND_MS));
      }
      const floorIs =
        least === undefined ? 'bare node:http' : `bare node:http; the table alone ${Math.round(least)} µs`;
      rows.push({
        ...{ what: `${what}, 32 at once, CPU`, unit: 'µs', figure: Math.min(...ours) },
        ...{ floor: Math.min(...floors), floorIs, reach },
      });
    }
  } finally {
    await Promise.all([host.stop(), floor.stop()]);
    folder.remove();
  }
  return rows;
}

interface TableAlone {
  readonly get: number;
  readonly query20: number;
  readonly query50: number;
}

/** What the same reads take of the table by the SDK, without a host; in microseconds. */
async function tableAlone(dataFolder: string, id: string): Promise<TableAlone> {
  const program = fileURLToPath(new URL('table-alone.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataFolder, id], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [told] = (await once(child, 'message')) as [TableAlone];
  return told;
}
