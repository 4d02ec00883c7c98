import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { runCommand } from '../../infra/command/run-command.ts';
import { quietSdk } from '../../infra/local/wiring/function-bundles.ts';
import type { Row } from './bench-row.ts';
import { isWorse, rowsIn, tableOf } from './bench-row.ts';
import { measureFanOut } from './measure-fan-out.ts';
import { measureGenerations } from './measure-generations.ts';
import { measureRequests } from './measure-requests.ts';
import { measureImports, measureStarts } from './measure-starts.ts';

// Node.js's version is ours to choose.
Object.assign(process.env, quietSdk);

const command = {
  typed: 'npm run bench --',
  script: 'bench',
  flags: {
    full: { type: 'boolean' },
    only: { type: 'string' },
    json: { type: 'string', default: 'bench.json' },
  },
  usage: `npm run bench -- [--full] [--only PART] [--json FILE]

Measures what users feel and operators pay, each figure beside the least that the same takes on this machine in the same
minute. A row that is worse by more than a fifth than in infra/local/README.md is marked. Needs Linux.

  --full       also 100,000 snippets, and 2,000 generations one after another
  --only       starts | requests | fan-out | generations | imports
  --json       where the figures are written; bench.json
  -h, --help   this text
  --version    which version this is`,
} as const;

const parts: Readonly<Record<string, (full: boolean) => Promise<Row[]>>> = {
  starts: (full) => measureStarts(5, full),
  requests: async (full) => [
    ...(await measureRequests(3, 100)),
    ...(full ? (await measureRequests(3, 100_000)).slice(1) : []),
  ],
  'fan-out': async () => [...(await measureFanOut(1_000)), ...(await measureFanOut(5_000))],
  generations: (full) => measureGenerations(full),
  imports: () => measureImports(7),
};

const table = new URL('../../infra/local/README.md', import.meta.url);

process.exitCode = await runCommand(command, process.argv.slice(2), process.env, async ({ values }) => {
  const { full = false, only, json } = values;
  if (only !== undefined && !Object.hasOwn(parts, only))
    throw new Error(`--only is "${only}"; allowed are ${Object.keys(parts).join(', ')}.`);
  if (!existsSync('/proc/self/schedstat'))
    throw new Error('npm run bench reads the time of processes from /proc/PID/schedstat, which is not here.');
  await main(full, only, json);
});

async function main(full: boolean, only: string | undefined, json: string): Promise<void> {
  const begun = performance.now();
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && name !== only) continue;
    process.stderr.write(`${name}…\n`);
    rows.push(...(await measure(full)));
  }
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    processors: `${availableParallelism()} × ${cpus()[0]?.model}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: loadavg()[0],
    tookSeconds: Math.round((performance.now() - begun) / 1_000),
  };
  const earlier = rowsIn(readFileSync(table, 'utf8'));
  console.log(tableOf(rows, earlier));
  console.log(
    `\n${machine.date}, ${machine.processors}, ${machine.memoryGb} GB, Node.js ${machine.node}, load ${machine.load?.toFixed(1)}, ${machine.tookSeconds} s`,
  );
  const marked = rows.map((row) => ({
    ...row,
    isWorse: isWorse(
      row,
      earlier.find(({ what }) => what === row.what),
    ),
  }));
  writeFileSync(json, `${JSON.stringify({ machine, rows: marked }, null, 2)}\n`);
}
