import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleFunctions } from '../../infra/bundle.ts';
import { benchFolder, startFloor, startMeasuredHost } from './bench-hosts.ts';
import type { Measured } from './bench-hosts.ts';
import type { Row } from './bench-row.ts';
import { costOf } from './process-cost.ts';
import { seedTable } from './seed-table.ts';

const MB = 1024 * 1024;
const FEW = 100;
const MANY = 100_000;
/** For what is begun once the host is ready, such as a thread that is warmed. */
const SETTLED_MS = 2_000;

/** What the start takes, and what is held afterwards. @param isFull also with 100,000 snippets */
export async function measureStarts(rounds: number, isFull: boolean): Promise<Row[]> {
  const few = await startsOver(FEW, rounds);
  const floors = await startsOf(startFloor, rounds);
  const wall = (count: number, wallMs: number): Row => ({
    ...{ what: `start on the clock, ${count.toLocaleString('en-US')} snippets`, unit: 'ms', figure: wallMs },
    ...{ floor: floors.wallMs, floorIs: 'bare node:http', reach: '≤ 600 ms on an idle machine' },
  });
  return [
    {
      ...{ what: 'start to the first right answer, CPU of the process tree', unit: 'ms', figure: few.cpuMs },
      ...{ floor: floors.cpuMs, floorIs: 'bare node:http', reach: '≤ 2.5 × floor' },
    },
    wall(FEW, few.wallMs),
    ...(isFull ? [wall(MANY, (await startsOver(MANY, 1)).wallMs)] : []),
    {
      ...{ what: 'memory of the process tree after the start', unit: 'MB', figure: few.memory / MB },
      ...{ floor: floors.memory / MB, floorIs: 'bare node:http', reach: '≤ 90 MB, 130 MB with a warm worker' },
    },
  ];
}

interface Starts {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly memory: number;
}

async function startsOver(snippets: number, rounds: number): Promise<Starts> {
  const folder = benchFolder();
  await seedTable(folder.path, snippets);
  const starts = await startsOf(() => startMeasuredHost(folder.path), rounds);
  folder.remove();
  return starts;
}

/** The least of several starts. */
async function startsOf(start: () => Promise<Measured>, rounds: number): Promise<Starts> {
  const all: Starts[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await start();
    await sleep(SETTLED_MS);
    all.push({ ...server.started, memory: costOf(server.pid).memory });
    await server.stop();
  }
  const least = (of: keyof Starts): number => Math.min(...all.map((one) => one[of]));
  return { wallMs: least('wallMs'), cpuMs: least('cpuMs'), memory: least('memory') };
}

const importing = `
  const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);`;

/** What a cold start takes to load a function's bundle. */
export async function measureImports(rounds: number): Promise<Row[]> {
  const folder = benchFolder();
  const place = join(folder.path, 'bundles');
  mkdirSync(place);
  const write = (name: string, code: string): string => {
    const file = join(place, `${name}.cjs`);
    writeFileSync(file, code);
    return file;
  };
  const environment = { API_URL: 'http://127.0.0.1/graphql', AWS_REGION: 'us-east-1', BUCKET: 'bench' };
  const importMs = (file: string): number => {
    const env = { PATH: process.env['PATH'], ...environment };
    const runs = Array.from({ length: rounds }, () =>
      Number(execFileSync(process.execPath, ['-e', importing, file], { env, encoding: 'utf8' })),
    );
    return Math.min(...runs);
  };
  const bare = importMs(write('bare', 'exports.handler = async () => null;'));
  const codes = await bundleFunctions();
  const rows = (
    [
      ['generate-snippet', '≤ 80 ms'],
      ['snippet-file', '≤ 40 ms'],
    ] as const
  ).map(([name, reach]) => ({
    ...{ what: `import of ${name}, CPU`, unit: 'ms', figure: importMs(write(name, codes[name])) },
    ...{ floor: bare, floorIs: 'a bare handler', reach },
  }));
  folder.remove();
  return rows;
}
