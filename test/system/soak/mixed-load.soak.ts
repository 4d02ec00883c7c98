import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, it, onTestFinished } from 'vitest';
import { createSnippetClient } from '../../../client/index.ts';
import { startBedrockWire } from '../../support/fakes/bedrock-wire.ts';
import { startFaultProxy } from '../../support/faults/fault-proxy.ts';
import { createFaultSwitches } from '../../support/faults/fault-switches.ts';
import { createMixedLoad } from '../../support/faults/mixed-load.ts';
import { seededChance } from '../../support/faults/seeded-chance.ts';
import { unfinishedSnippets } from '../../support/faults/unfinished-snippets.ts';
import type { MeasuredHost } from '../../support/hosts/measured-host.ts';
import { startMeasuredHost } from '../../support/hosts/measured-host.ts';

const { seed, loadSeconds, warmUpSeconds, mayGrowBy } = inject('soak');
const CALLERS = 12;
const MOST_BETWEEN_FLIPS_MS = 3_000;

it(`${loadSeconds} s of mixed load under changing faults leave every snippet ended and the memory as it was (seed ${seed})`, async () => {
  const chance = seededChance(seed);
  const switches = createFaultSwitches(chance);
  const running: { host?: MeasuredHost } = {};
  const target = (): URL => new URL(running.host?.url ?? '');
  const [api, store, wire] = await Promise.all([
    startFaultProxy(target, switches.faultsOf('API')),
    startFaultProxy(target, switches.faultsOf('store')),
    startBedrockWire(switches.talk),
  ]);
  onTestFinished(async () => void (await Promise.all([api.close(), store.close(), wire.close()])));
  const host = await startMeasuredHost({
    timeFactor: 60,
    environment: {
      ...{ API_URL: `${api.url}/graphql`, AWS_ENDPOINT_URL_S3: `${store.url}/s3` },
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wire.url,
      ...{ MODEL_IDLE_MS: '1000', MODEL_WITHIN_MS: '5000', STORE_WITHIN_MS: '3000', MODEL_PAUSE_MS: '50' },
    },
  });
  running.host = host;
  const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  const load = createMixedLoad(client, seededChance(seed + 1), CALLERS, (id) => {
    if (switches.isOn('events come twice')) host.deliver(id);
  });

  /** The load goes on, while one fault after the other is switched on or off. */
  const runFor = async (seconds: number): Promise<number> => {
    const until = Date.now() + seconds * 1_000;
    const loaded = load.run(until);
    while (Date.now() < until) {
      await sleep(Math.min(chance.below(MOST_BETWEEN_FLIPS_MS), Math.max(0, until - Date.now())));
      switches.flip();
      if (switches.isOn('the worker crashes')) host.crashWorker();
    }
    switches.allOff();
    await loaded;
    expect(await unfinishedSnippets(client, load.acknowledged)).toEqual([]);
    return host.heldBytes();
  };
  const before = await runFor(warmUpSeconds);
  const after = await runFor(loadSeconds - warmUpSeconds);

  const lost: string[] = [];
  const ends = new Map<string, number>();
  for (const id of load.acknowledged) {
    const snippet = await client.snippet(id);
    const end = snippet?.failure?.code ?? snippet?.status ?? 'lost';
    if (!snippet) lost.push(id);
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  console.log(
    `After ${warmUpSeconds} s ${megabytes(before)}, after ${loadSeconds} s ${megabytes(after)}.`,
    load.done,
    ends,
  );
  expect(lost).toEqual([]);
  expect(load.strange).toEqual([]);
  expect(host.unhandled).toEqual([]);
  const log = readFileSync(join(host.dataFolder, 'functions.log'), 'utf8').split('\n');
  expect(log.filter((line) => / (POST|GET|PUT|dead letter)/.test(line))).toEqual([]);
  expect(after).toBeLessThan(before * mayGrowBy);
  expect(await host.close()).toBe(0);
});
