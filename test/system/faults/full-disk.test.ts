import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSnippetClient } from '../../../client/index.ts';
import { mayMount, mountDisk } from '../../support/faults/small-disk.ts';
import { ask, startTestHost } from '../../support/hosts/test-host.ts';

const ASKED = { language: 'JAVASCRIPT', instruction: 'implement binary search' } as const;
const mutation =
  'mutation { generateCode(language: JAVASCRIPT, instruction: "implement binary search") { id status } }';

it.skipIf(!mayMount)(
  'a host whose disk is full fails the request, lives, works when there is room again, and loses nothing',
  { timeout: 90_000 },
  async () => {
    const disk = mountDisk('24m');
    const dataFolder = join(disk.path, 'data');
    const fill = join(disk.path, 'fill');
    const kept: string[] = [];
    try {
      const host = await startTestHost({}, { dataFolder });
      try {
        const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
        kept.push((await client.generateCode(ASKED)).id);
        for (let time = 0; time < 2; time++) {
          expect(() => writeFileSync(fill, Buffer.alloc(32 * 1024 * 1024))).toThrow('ENOSPC');
          // What is half a page of the table's log may still fit.
          let failed = await ask(host, mutation);
          for (let more = 0; failed.errors.length === 0 && more < 50; more++) failed = await ask(host, mutation);
          expect(failed.errors).toMatchObject([{ errorType: 'InternalFailure' }]);
          expect(await ask(host, 'query { __typename }')).toMatchObject({ status: 200, errors: [] });
          rmSync(fill);
          const snippet = await client.generateCode(ASKED);
          expect(snippet).toMatchObject({ status: 'COMPLETED', failure: null });
          kept.push(snippet.id);
        }
      } finally {
        await host.close();
      }
      const again = await startTestHost({}, { dataFolder });
      try {
        const client = createSnippetClient({ url: again.url, auth: { apiKey: again.apiKey } });
        for (const id of kept) expect(await client.snippet(id)).toMatchObject({ id, status: 'COMPLETED' });
      } finally {
        await again.close();
      }
    } finally {
      disk.unmount();
    }
  },
);
