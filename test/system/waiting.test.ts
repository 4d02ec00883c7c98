import { describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../client/index.ts';
import { createCookbookModel } from '../../infra/local/bedrock/models/cookbook-model.ts';
import type { LocalModel } from '../../infra/local/bedrock/models/local-model.ts';
import { startTestHost } from '../support/hosts/test-host.ts';

const WAITERS = 60;
const GENERATIONS = 20;
const WAIT_SECONDS = 6;
/** Ten slots for all who wait would take six times the wait. The second that is promised is measured in soak/waiters.soak.ts. */
const AT_MOST_MS = WAIT_SECONDS * 3_000;

/** Never says a word to whoever asks for silence. */
function createHangingModel(): LocalModel {
  const cookbook = createCookbookModel({ tokensPerSecond: 150 });
  return {
    name: 'hanging',
    async *converse(request, signal) {
      if (!JSON.stringify(request).includes('silence')) return yield* cookbook.converse(request, signal);
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    },
  };
}

describe('those who wait', () => {
  it('hold up nobody, though the models that they wait for hang', { timeout: 60_000 }, async () => {
    const host = await startTestHost(
      { timeFactor: 1, model: createHangingModel() },
      { generations: WAITERS + GENERATIONS },
    );
    const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
    const ask = async (instruction: string, waitSeconds: number) => {
      const began = performance.now();
      const { status } = await client.generateCode({ language: 'PYTHON', instruction, options: { waitSeconds } });
      return { status, ms: performance.now() - began };
    };
    try {
      const waiters = Array.from({ length: WAITERS }, () => ask('silence', WAIT_SECONDS));
      const generations = Array.from({ length: GENERATIONS }, () => ask('implement binary search', 25));
      const inTime = waiters.map(async (waiter) => {
        const { status, ms } = await waiter;
        expect(['PENDING', 'GENERATING']).toContain(status);
        expect(ms).toBeLessThan(AT_MOST_MS);
      });
      await Promise.all(inTime);
      for (const { status } of await Promise.all(generations)) expect(status).toBe('COMPLETED');
    } finally {
      await host.close();
    }
  });
});
