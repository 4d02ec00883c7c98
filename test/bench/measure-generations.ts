import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RawSocket } from '../support/faults/raw-socket.ts';
import { headerProtocol, isType, openSocket, startFrame } from '../support/faults/raw-socket.ts';
import type { Measured } from './bench-hosts.ts';
import { benchFolder, startMeasuredHost } from './bench-hosts.ts';
import type { Row } from './bench-row.ts';
import { post } from './http-load.ts';
import type { Pace, PacedModel } from './paced-model.ts';
import { startPacedModel } from './paced-model.ts';
import { costOf } from './process-cost.ts';

const MB = 1024 * 1024;
const PROGRESS = 'subscription ($id: ID!) { onSnippetProgress(id: $id) { sequence part status } }';
/** So many at once that their parts are 500 ms apart. */
const BUSY = 8;

const paces = {
  /** 40 tokens over a second. */
  usual: { tokens: 40, firstMs: 50, gapMs: 25 },
  /** 2.3 s in all. */
  slow: { tokens: 41, firstMs: 300, gapMs: 50 },
  quick: { tokens: 40, firstMs: 20, gapMs: 3 },
  immediate: { tokens: 40, firstMs: 0, gapMs: 0 },
} satisfies Record<string, Pace>;

/** What generations take, from the model's tokens to the subscribers. @param isFull also 2,000 of them, one after another */
export async function measureGenerations(isFull: boolean): Promise<Row[]> {
  const folder = benchFolder();
  const model = await startPacedModel(paces.slow);
  const host = await startMeasuredHost(folder.path, model.name);
  try {
    const bench = { host, model, dataFolder: folder.path };
    const rows = [
      await firstOfAWorker(bench),
      ...(await oneAfterAnother(bench)),
      await cpuOfAGeneration(bench),
      await manyAtOnce(bench),
    ];
    return isFull ? [...rows, ...(await twoThousand(bench))] : rows;
  } finally {
    await host.stop();
    model.close();
    folder.remove();
  }
}

interface Bench {
  readonly host: Measured;
  readonly model: PacedModel;
  readonly dataFolder: string;
}

async function generate({ host }: Bench, id: string = randomUUID(), waitSeconds = 25): Promise<void> {
  const query = `mutation ($id: ID!) {
    generateCode(language: PYTHON, instruction: "print numbers", options: { id: $id, waitSeconds: ${waitSeconds} }) { status } }`;
  const { text } = await post(host.url, host.headers, JSON.stringify({ query, variables: { id } }));
  const wanted = waitSeconds === 0 ? '"status"' : '"COMPLETED"';
  if (!text.includes(wanted)) throw new Error(`A generation is answered ${text}`);
}

interface Watched {
  /** When the first part came, and when the end did, by `performance.now()`. */
  readonly first: number;
  readonly end: number;
  readonly parts: number;
}

/** Generates a snippet and listens to how its code arrives. */
async function watch(bench: Bench, socket: RawSocket): Promise<Watched> {
  const id = randomUUID();
  let first = 0;
  let parts = 0;
  const ended = new Promise<number>((resolve) => {
    const listener = (text: unknown): void => {
      const frame = JSON.parse(String(text)) as { id?: string; type: string; payload?: Progress };
      if (frame.id !== id || frame.type !== 'data') return;
      const { part, status } = frame.payload?.data.onSnippetProgress ?? {};
      if (part) {
        parts += 1;
        first ||= performance.now();
      }
      if (status === 'GENERATING') return;
      socket.socket.off('message', listener);
      resolve(performance.now());
    };
    socket.socket.on('message', listener);
  });
  socket.send(startFrame(id, bench.host.headers, PROGRESS, { id }));
  await socket.frame(isType('start_ack', id));
  await generate(bench, id, 0);
  const end = await ended;
  socket.send({ type: 'stop', id });
  await socket.frame(isType('complete', id));
  socket.frames.length = 0;
  return { first, end, parts };
}

interface Progress {
  readonly data: { readonly onSnippetProgress: { readonly part: string | null; readonly status: string } };
}

async function listen({ host }: Bench): Promise<RawSocket> {
  const url = `${host.url.replace('http', 'ws')}/realtime`;
  const socket = await openSocket(url, ['graphql-ws', headerProtocol(host.headers)]);
  socket.send({ type: 'connection_init' });
  await socket.frame(isType('connection_ack'));
  return socket;
}

/** A second after the host is ready, as nobody asks sooner. */
async function firstOfAWorker(bench: Bench): Promise<Row> {
  const { firstMs } = (bench.model.pace = paces.slow);
  const socket = await listen(bench);
  await sleep(1_000);
  const asked = performance.now();
  const { first } = await watch(bench, socket);
  socket.socket.close();
  return {
    ...{ what: 'first part by a worker that was never used', unit: 'ms', figure: first - asked },
    ...{ floor: firstMs, floorIs: "the model's", reach: '≤ 600 ms' },
  };
}

async function oneAfterAnother(bench: Bench): Promise<Row[]> {
  const socket = await listen(bench);
  const slow = await watch(bench, socket);
  const lasts = paces.slow.firstMs + paces.slow.gapMs * (paces.slow.tokens - 1);
  bench.model.pace = paces.quick;
  const firsts: number[] = [];
  const ends: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    const { first, end } = await watch(bench, socket);
    firsts.push(first - bench.model.said.first);
    ends.push(end - bench.model.said.last);
  }
  socket.socket.close();
  const floor = { floor: null, floorIs: 'none' };
  return [
    {
      ...{ what: 'first token → first part at a subscriber, p50', unit: 'ms', figure: share(firsts, 0.5) },
      ...{ ...floor, reach: '≤ 10 ms' },
    },
    {
      ...{ what: 'first token → first part at a subscriber, worst of 30', unit: 'ms', figure: share(firsts, 1) },
      ...{ ...floor, reach: '≤ 40 ms' },
    },
    {
      ...{ what: 'last token → COMPLETED, file and table written, p50', unit: 'ms', figure: share(ends, 0.5) },
      ...{ ...floor, reach: '≤ 40 ms' },
    },
    {
      ...{ what: 'time between parts of a generation on its own', unit: 'ms', figure: lasts / slow.parts },
      ...{
        floor: paces.slow.gapMs,
        floorIs: 'between tokens',
        reach: '50 ms up to 4 at once and 8 KB, else 250 to 500',
      },
    },
  ];
}

async function cpuOfAGeneration(bench: Bench): Promise<Row> {
  bench.model.pace = paces.usual;
  const rounds = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round += 1) {
      await Promise.all(Array.from({ length: BUSY }, () => generate(bench)));
    }
  };
  await rounds(2);
  const before = costOf(bench.host.pid).threadsUs;
  await rounds(4);
  const figure = (costOf(bench.host.pid).threadsUs - before) / 1_000 / (4 * BUSY);
  return {
    ...{ what: 'generation of 40 tokens in 1 s, 8 at once, CPU', unit: 'ms', figure },
    ...{ floor: null, floorIs: 'none', reach: '≤ 35 ms' },
  };
}

async function manyAtOnce(bench: Bench): Promise<Row> {
  bench.model.pace = paces.slow;
  const asked = performance.now();
  await Promise.all(Array.from({ length: 50 }, () => generate(bench)));
  const floor = paces.slow.firstMs + paces.slow.gapMs * (paces.slow.tokens - 1);
  return {
    ...{ what: '50 generations at once, on the clock', unit: 'ms', figure: performance.now() - asked },
    ...{ floor, floorIs: "the model's", reach: '≤ 1.25 × floor' },
  };
}

async function twoThousand(bench: Bench): Promise<Row[]> {
  bench.model.pace = paces.immediate;
  const generations = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round += 1) await generate(bench);
  };
  const memory = (): number => costOf(bench.host.pid).memory / MB;
  await generations(200);
  const early = memory();
  const before = sizeOf(bench.dataFolder);
  await generations(1_800);
  const late = memory();
  return [
    {
      ...{ what: 'memory after 2,000 generations one after another', unit: 'MB', figure: late },
      ...{ floor: early, floorIs: 'after 200', reach: '≤ 1.1 ×' },
    },
    {
      ...{ what: 'disk per generation', unit: 'KB', figure: (sizeOf(bench.dataFolder) - before) / 1_800 / 1_024 },
      ...{ floor: null, floorIs: 'none', reach: 'stated' },
    },
  ];
}

/** Of all files below a folder, in bytes; one that goes meanwhile, as an event does that is done, counts as none. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return files.reduce((all, file) => all + bytesOf(join(file.parentPath, file.name)), 0);
}

/** The value below which this share of the values lies. */
function share(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
