import { randomUUID } from 'node:crypto';
import { once, setMaxListeners } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, it, onTestFinished } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient, NetworkError } from '../../../client/index.ts';
import { seededChance } from '../../support/faults/seeded-chance.ts';
import { unfinishedSnippets } from '../../support/faults/unfinished-snippets.ts';
import type { HostProcess } from '../../support/hosts/host-process.ts';
import { startHostProcess } from '../../support/hosts/host-process.ts';
import { newFolder } from '../../support/hosts/test-host.ts';

const { seed, kills, generations } = inject('soak');
/** Over how long the generations of a host are asked for, and how long it lives once the first is acknowledged. */
const SPREAD_MS = 500;
const LONGEST_LIFE_MS = 1_500;

const clientOf = ({ url, apiKey }: HostProcess): SnippetClient => createSnippetClient({ url, auth: { apiKey } });

it(`${kills} kills under ${generations} generations each lose nothing (seed ${seed})`, async () => {
  const chance = seededChance(seed);
  const dataFolder = newFolder();
  onTestFinished(() => rmSync(dataFolder, { recursive: true }));
  const acknowledged = new Set<string>();

  for (let kill = 0; kill < kills; kill += 1) {
    const host = await startHostProcess(dataFolder);
    const client = clientOf(host);
    const died = new AbortController();
    setMaxListeners(generations, died.signal);
    let tell = (): void => undefined;
    const first = new Promise<void>((resolve) => (tell = resolve));
    const answers = Array.from({ length: generations }, async () => {
      const id = randomUUID();
      await sleep(chance.below(SPREAD_MS));
      const request = { language: 'JAVASCRIPT', instruction: 'lru cache', options: { id, waitSeconds: 0 } } as const;
      // What breaks with the host was not acknowledged, and nobody waits for it to come back.
      await client.generateCode(request, { signal: died.signal }).then(
        () => acknowledged.add(id),
        (error: unknown) => {
          if (!died.signal.aborted && !(error instanceof NetworkError)) throw error;
        },
      );
      tell();
    });
    await first;
    await sleep(chance.below(LONGEST_LIFE_MS));
    host.child.kill('SIGKILL');
    await once(host.child, 'exit');
    died.abort();
    await Promise.all(answers);
  }

  const last = await startHostProcess(dataFolder);
  onTestFinished(() => void last.child.kill('SIGKILL'));
  const client = clientOf(last);
  expect(await unfinishedSnippets(client, acknowledged)).toEqual([]);
  let completed = 0;
  for (const id of acknowledged) {
    const snippet = await client.snippet(id);
    expect(snippet, `the acknowledged snippet ${id}`).not.toBeNull();
    if (snippet?.status !== 'COMPLETED') continue;
    completed += 1;
    expect(readFileSync(join(dataFolder, snippet.objectKey), 'utf8')).toBe(snippet.code);
  }
  expect(readdirSync(join(dataFolder, 'events'))).toEqual([]);
  expect(existsSync(join(dataFolder, 'unfinished')) ? readdirSync(join(dataFolder, 'unfinished')) : []).toEqual([]);
  console.log(`${kills} kills: ${acknowledged.size} acknowledged, ${completed} completed.`);
});
