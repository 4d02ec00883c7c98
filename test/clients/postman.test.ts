import { readFileSync } from 'node:fs';
import type { NewmanRunSummary } from 'newman';
import newman from 'newman';
import { describe, expect, it } from 'vitest';
import { generatePostman } from '../../client/postman/generate-postman.ts';
import { openApi } from '../support/hosts/api.ts';

const file = new URL('../../client/postman/postman_collection.json', import.meta.url);

describe('the Postman collection', () => {
  it('is made from the documents of the client', async () => {
    expect(readFileSync(file, 'utf8')).toBe(await generatePostman());
  });

  it('runs as Postman would run it, and its checks pass', async () => {
    const api = await openApi();
    try {
      const { run } = await new Promise<NewmanRunSummary>((resolve, reject) => {
        newman.run(
          {
            collection: JSON.parse(readFileSync(file, 'utf8')),
            envVar: [
              { key: 'url', value: api.url },
              { key: 'apiKey', value: api.apiKey },
            ],
          },
          (error, summary) => (error ? reject(error) : resolve(summary)),
        );
      });
      expect(run.failures.map(({ error }) => error.message)).toEqual([]);
      expect(run.stats.assertions.total).toBe(9);
    } finally {
      await api.close();
    }
  });
});
