import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPrincipals } from '../../infra/local/identity/principals.ts';
import { signRequest } from '../../schema/wire/sign-request.ts';
import { benchFolder, startFloor, startMeasuredHost } from './bench-hosts.ts';
import type { Measured } from './bench-hosts.ts';
import type { Row } from './bench-row.ts';
import { post } from './http-load.ts';
import { costOf } from './process-cost.ts';
import { seededAttempt, seedTable } from './seed-table.ts';

const EVENTS = 40;
const WARM_UP_EVENTS = 8;
/** Of the code in an event. */
const EVENT_BYTES = 1_024;
const KB = 1_024;

interface FanOut {
  readonly connectUs: number;
  readonly memoryPerConnection: number;
  readonly usPerEvent: number;
}

/** What an event to each of so many subscribers takes, and what each of them holds. */
export async function measureFanOut(subscribers: number): Promise<Row[]> {
  const folder = benchFolder();
  const id = await seedTable(folder.path, 1, () => 'x'.repeat(EVENT_BYTES));
  const host = await startMeasuredHost(folder.path);
  const complete = await completing(host, folder.path, id);
  const ours = await fanOut(host, `${host.url.replace('http', 'ws')}/realtime`, subscribers, complete);
  folder.remove();
  const floorServer = await startFloor();
  const publish = (): Promise<unknown> => post(`${floorServer.url}/publish/${EVENT_BYTES}`, {}, '{}');
  const floor = await fanOut(floorServer, floorServer.url.replace('http', 'ws'), subscribers, publish);
  const many = subscribers.toLocaleString('en-US');
  const floorIs = 'bare ws';
  return [
    {
      ...{ what: `event to each of ${many} subscribers, CPU`, unit: 'µs', figure: ours.usPerEvent },
      ...{ floor: floor.usPerEvent, floorIs, reach: '≤ 1.3 × floor' },
    },
    {
      ...{ what: `memory per connection, ${many}`, unit: 'KB', figure: ours.memoryPerConnection / KB },
      ...{ floor: floor.memoryPerConnection / KB, floorIs, reach: '≤ 1.4 × floor' },
    },
    {
      ...{ what: `connect and subscribe, ${many}, CPU`, unit: 'µs', figure: ours.connectUs },
      ...{ floor: floor.connectUs, floorIs, reach: '≤ 1.7 × floor' },
    },
  ];
}

async function fanOut(
  server: Measured,
  url: string,
  subscribers: number,
  publish: () => Promise<unknown>,
): Promise<FanOut> {
  await publish();
  await sleep(500);
  const begun = costOf(server.pid);
  const pool = fork(fileURLToPath(new URL('subscriber-pool.ts', import.meta.url)), [
    ...[url, server.headers['x-api-key'] ?? 'none', String(subscribers)],
  ]);
  try {
    await once(pool, 'message');
    await sleep(700);
    const connected = costOf(server.pid);
    let events = 0;
    const toAll = async (count: number): Promise<void> => {
      for (let event = 0; event < count; event += 1) {
        events += 1;
        const heard = told(pool, events * subscribers);
        await publish();
        await heard;
      }
    };
    await toAll(WARM_UP_EVENTS);
    const warm = costOf(server.pid);
    await toAll(EVENTS);
    const usPerEvent = (costOf(server.pid).threadsUs - warm.threadsUs) / EVENTS / subscribers;
    return {
      usPerEvent,
      connectUs: (connected.threadsUs - begun.threadsUs) / subscribers,
      memoryPerConnection: (connected.memory - begun.memory) / subscribers,
    };
  } finally {
    pool.kill('SIGKILL');
    await server.stop();
  }
}

async function told(pool: ChildProcess, expect: number): Promise<void> {
  pool.send({ expect });
  await once(pool, 'message');
}

/** Completes a snippet that is complete, which is told to all who listen. */
async function completing(host: Measured, dataFolder: string, id: string): Promise<() => Promise<unknown>> {
  const query = `mutation ($id: ID!, $attempt: ID!) {
    completeSnippet(id: $id, attempt: $attempt, sequence: 1, model: "m", truncated: false) {
      id owner language instruction code status createdAt objectKey fileName model attempts updatedAt completedAt
      truncated sequence }
  }`;
  const body = JSON.stringify({ query, variables: { id, attempt: seededAttempt } });
  const { functions } = openPrincipals(dataFolder);
  const headers = await signRequest(new URL(host.url), body, functions, 'us-east-1');
  return async () => {
    const { status, text } = await post(host.url, headers, body);
    if (status !== 200 || text.includes('"errors"')) throw new Error(`${status}: ${text}`);
  };
}
