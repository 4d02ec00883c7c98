import { describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../client/index.ts';
import { createCookbookModel } from '../../infra/local/bedrock/models/cookbook-model.ts';
import type { LocalModel } from '../../infra/local/bedrock/models/local-model.ts';
import { startTestHost } from '../support/hosts/test-host.ts';

const WAITERS = 100;
const GENERATIONS = 50;
const WAIT_SECONDS = 25;
/** On AWS an answer comes at the latest one second after the wait is over. */
const AT_MOST_MS = (WAIT_SECONDS + 1) * 1000;

/** Never says a word to whoever asks it for the word `silence`. */
function createSilentModel(): LocalModel {
  const cookbook = createCookbookModel({ tokensPerSecond: 150 });
  return {
    name: 'silent',
    async *converse(request, signal) {
      if (!JSON.stringify(request).includes('silence')) return yield* cookbook.converse(request, signal);
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    },
  };
}

describe('waiting', () => {
  it(
    'holds nobody up: 100 who wait for models that hang, and 50 generations beside them',
    { timeout: 120_000 },
    async () => {
      const host = await startTestHost(
        { timeFactor: 1, model: createSilentModel() },
        { generations: WAITERS + GENERATIONS },
      );
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      const ask = async (instruction: string, waitSeconds: number) => {
        const began = performance.now();
        const { status } = await client.generateCode({ language: 'PYTHON', instruction, options: { waitSeconds } });
        return { status, ms: performance.now() - began };
      };
      try {
        await ask('implement binary search', 25);
        const waiters = Array.from({ length: WAITERS }, () => ask('silence', WAIT_SECONDS));
        const generations = Array.from({ length: GENERATIONS }, () => ask('implement binary search', 25));
        const waited = await Promise.all(waiters);
        const generated = await Promise.all(generations);
        for (const { status } of waited) expect(["PENDING", "GENERATING"]).toContain(status);
        expect(new Set(generated.map(({ status }) => status))).toEqual(new Set(['COMPLETED']));
        console.log('slowest', Math.max(...waited.map(({ ms }) => ms)), Math.max(...generated.map(({ ms }) => ms)));
        expect(Math.max(...waited.map(({ ms }) => ms))).toBeLessThan(AT_MOST_MS);
      } finally {
        await host.close();
      }
    },
  );
});
