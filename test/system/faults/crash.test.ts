import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Snippet } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { createCookbookModel } from '../../../infra/local/bedrock/models/cookbook-model.ts';
import type { LocalModel } from '../../../infra/local/bedrock/models/local-model.ts';
import { eventually } from '../../support/hosts/api.ts';
import type { Faults } from '../../support/faults/fault-proxy.ts';
import { startFaultProxy } from '../../support/faults/fault-proxy.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

const ASKED = { language: 'JAVASCRIPT', instruction: 'implement binary search' } as const;
const WORKER = 'generate-snippet';

/** The call does not get through; nobody is left to read the status. */
const instead = (fault: Promise<void>): Promise<number> => fault.then(() => 503);

interface Stage {
  host: TestHost;
  modelCalls: () => number;
}

describe('a worker that dies', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  /** A host whose functions meet faults: `crash` ends the worker's thread as a crash does. */
  async function stage(faultsOf: (crash: () => Promise<void>) => Faults, timeFactor = 60): Promise<Stage> {
    const running: { host?: TestHost } = {};
    const target = (): URL => new URL(running.host?.url ?? '');
    const faults = faultsOf(async () => running.host?.functions.terminate(WORKER));
    const calls = await startFaultProxy(target, faults);
    const cookbook = createCookbookModel({ tokensPerSecond: 2_000 });
    let asked = 0;
    const model: LocalModel = {
      name: cookbook.name,
      converse(request, signal) {
        asked += 1;
        return cookbook.converse(request, signal);
      },
    };
    const host = await startTestHost({
      timeFactor,
      model,
      environment: { API_URL: `${calls.url}/graphql`, AWS_ENDPOINT_URL_S3: `${calls.url}/s3`, PART_INTERVAL_MS: '40' },
    });
    running.host = host;
    closers.push(calls.close, host.close);
    return { host, modelCalls: () => asked };
  }

  async function outcome({ host }: Stage, id: string): Promise<Snippet> {
    const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
    await client.generateCode({ ...ASKED, options: { id, waitSeconds: 0 } });
    const snippet = await eventually(
      () => client.snippet(id),
      (it) => it !== null && !['PENDING', 'GENERATING'].includes(it.status),
    );
    if (!snippet) throw new Error('The snippet is gone.');
    return snippet;
  }

  function expectWholeFile({ host }: Stage, { objectKey, code }: Snippet): void {
    expect(readFileSync(join(host.dataFolder, objectKey), 'utf8')).toBe(code);
  }

  const crashes: { when: string; faults: (crash: () => Promise<void>) => Faults; modelCalls: number }[] = [
    {
      when: 'before the claim',
      faults: (crash) => ({
        before: ({ name, count }) => (name === 'startSnippet' && count === 1 ? instead(crash()) : undefined),
      }),
      modelCalls: 1,
    },
    {
      when: 'after the claim',
      faults: (crash) => ({
        after: ({ name, count }) => (name === 'startSnippet' && count === 1 ? crash() : undefined),
      }),
      modelCalls: 1,
    },
    {
      when: 'between parts',
      faults: (crash) => ({ after: ({ name, count }) => (name === 'appendCode' && count === 2 ? crash() : undefined) }),
      modelCalls: 2,
    },
    {
      when: 'before PutObject',
      faults: (crash) => ({
        before: ({ name, count }) => (name === 'PUT' && count === 1 ? instead(crash()) : undefined),
      }),
      modelCalls: 2,
    },
    {
      when: 'after PutObject',
      faults: (crash) => ({ after: ({ name, count }) => (name === 'PUT' && count === 1 ? crash() : undefined) }),
      modelCalls: 2,
    },
    {
      when: 'after completeSnippet',
      faults: (crash) => ({
        after: ({ name, count }) => (name === 'completeSnippet' && count === 1 ? crash() : undefined),
      }),
      modelCalls: 1,
    },
  ];

  it.each(crashes)(
    '$when is followed by another, and the snippet is completed with one file',
    async ({ faults, modelCalls }) => {
      const on = await stage(faults);
      const snippet = await outcome(on, randomUUID());
      expect(snippet).toMatchObject({ status: 'COMPLETED', failure: null });
      expectWholeFile(on, snippet);
      expect(on.modelCalls()).toBe(modelCalls);
    },
  );

  it('and whose claim comes late takes the snippet from the next one, and a third completes it', async () => {
    let firstAttempt = '';
    let claimLate = (): void => undefined;
    const late = new Promise<void>((resolve) => (claimLate = resolve));
    let claimed = (): void => undefined;
    const lateClaim = new Promise<void>((resolve) => (claimed = resolve));
    const on = await stage((crash) => ({
      async before({ name, count, body }) {
        if (name === 'startSnippet' && count === 1) {
          firstAttempt = body;
          await Promise.all([crash(), late]);
        }
        // Nothing renews the lease of the second attempt, until the claim of the first one has come.
        if (name === 'appendCode' && count === 1) {
          await sleep(1_000);
          claimLate();
          await lateClaim;
        }
      },
      after({ name, body }) {
        if (name === 'startSnippet' && body === firstAttempt) claimed();
      },
    }));
    expect(await outcome(on, randomUUID())).toMatchObject({ status: 'COMPLETED', failure: null, attempts: 3 });
  });

  it('at every delivery fails the snippet in the end, by way of the failure queue', async () => {
    const on = await stage((crash) => ({
      before: ({ name }) => (name === 'startSnippet' ? instead(crash()) : undefined),
    }));
    const snippet = await outcome(on, randomUUID());
    expect(snippet).toMatchObject({ status: 'FAILED', failure: { code: 'WORKER_FAILED' }, attempts: 0 });
    expect(on.modelCalls()).toBe(0);
    expect(existsSync(join(on.host.dataFolder, snippet.objectKey))).toBe(false);
  });

  it('three times after its claim has used up its attempts', async () => {
    const on = await stage((crash) => ({ after: ({ name }) => (name === 'startSnippet' ? crash() : undefined) }));
    const snippet = await outcome(on, randomUUID());
    expect(snippet).toMatchObject({ status: 'FAILED', failure: { code: 'WORKER_FAILED' }, attempts: 3 });
    expect(on.modelCalls()).toBe(0);
  });
});
