import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { quietSdk } from '../../infra/local/wiring/function-bundles.ts';
import type { Row } from './bench-row.ts';
import { isWorse, rowsIn, tableOf } from './bench-row.ts';
import { measureFanOut } from './measure-fan-out.ts';
import { measureGenerations } from './measure-generations.ts';
import { measureRequests } from './measure-requests.ts';
import { measureImports, measureStarts } from './measure-starts.ts';

// Node.js's version is ours to choose.
Object.assign(process.env, quietSdk);

const usage = `npm run bench -- [--full] [--only PART] [--json FILE]

Measures what users feel and operators pay, each figure beside the least that the same takes on this machine in the same
minute. A row that is worse by more than a fifth than in infra/local/README.md is marked. Needs Linux.

  --full   also 100,000 snippets, and 2,000 generations one after another
  --only   starts | requests | fan-out | generations | imports
  --json   where the figures are written; bench.json`;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string', default: 'bench.json' },
    help: { type: 'boolean', default: false },
  },
});
const { full, only } = values;

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  starts: () => measureStarts(5, full),
  requests: async () => [
    ...(await measureRequests(3, 100)),
    ...(full ? (await measureRequests(3, 100_000)).slice(1) : []),
  ],
  'fan-out': async () => [...(await measureFanOut(1_000)), ...(await measureFanOut(5_000))],
  generations: () => measureGenerations(full),
  imports: () => measureImports(7),
};

const table = new URL('../../infra/local/README.md', import.meta.url);

if (values.help) console.log(usage);
else if (!existsSync('/proc/self/schedstat'))
  fail('npm run bench reads the time of processes from /proc/PID/schedstat, which is not here.');
else if (only !== undefined && !(only in parts))
  fail(`--only is "${only}"; allowed are ${Object.keys(parts).join(', ')}.`);
else await main();

async function main(): Promise<void> {
  const begun = performance.now();
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && name !== only) continue;
    process.stderr.write(`${name}…\n`);
    rows.push(...(await measure()));
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
  writeFileSync(values.json, `${JSON.stringify({ machine, rows: marked }, null, 2)}\n`);
}

function fail(message: string): void {
  console.error(`snipstream: ${message}`);
  process.exitCode = 1;
}
