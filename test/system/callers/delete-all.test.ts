import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../../client/index.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

describe('an owner who leaves', () => {
  it('has all snippets and files removed in one call of the client, one that is at work too', async () => {
    const host = await startTestHost();
    try {
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      const asked = { language: 'JAVASCRIPT', instruction: 'implement binary search' } as const;
      const first = await client.generateCode(asked);
      const second = await client.generateCode({ ...asked, instruction: 'lru cache' });
      const working = randomUUID();
      await client.generateCode({ ...asked, options: { id: working, waitSeconds: 0 } });
      expect(existsSync(join(host.dataFolder, first.objectKey))).toBe(true);

      expect(await client.deleteAllSnippets()).toBe(3);
      for await (const left of client.snippets()) expect(left, 'nothing is listed').toBeUndefined();
      for (const id of [first.id, second.id, working]) expect(await client.snippet(id)).toBeNull();
      while (readdirSync(join(host.dataFolder, 'events')).length > 0) await client.snippet(working);
      const files = readdirSync(join(host.dataFolder, 'code-output'), { recursive: true, withFileTypes: true });
      expect(files.filter((entry) => entry.isFile())).toEqual([]);
      expect(await client.deleteAllSnippets(), 'again').toBe(0);
    } finally {
      await host.close();
    }
  });
});
