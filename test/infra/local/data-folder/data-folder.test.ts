import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../../client/index.ts';
import { createSnippetClient } from '../../../../client/index.ts';
import { eventually } from '../../../support/hosts/api.ts';
import { createFedModel } from '../../../support/fakes/fed-model.ts';
import type { TestHost } from '../../../support/hosts/test-host.ts';
import { newFolder, startTestHost } from '../../../support/hosts/test-host.ts';

const ASKED = { language: 'JAVASCRIPT', instruction: 'implement binary search' } as const;
const clientOf = ({ url, apiKey }: TestHost): SnippetClient => createSnippetClient({ url, auth: { apiKey } });

describe('a data folder', () => {
  it('is worked on by one host at a time; a second one says which', async () => {
    const host = await startTestHost();
    try {
      await expect(startTestHost({}, { dataFolder: host.dataFolder })).rejects.toThrow(
        `A host runs on the data folder ${host.dataFolder} already: process ${process.pid} at ${host.url}.`,
      );
    } finally {
      await host.close();
    }
  });

  it('keeps snippets, key and links to pages over a restart', async () => {
    const dataFolder = newFolder();
    const first = await startTestHost({}, { dataFolder });
    const snippet = await clientOf(first).generateCode(ASKED);
    await first.close();
    const second = await startTestHost({}, { dataFolder });
    try {
      expect(second.apiKey).toBe(first.apiKey);
      expect({ ...(await clientOf(second).snippet(snippet.id)), downloadUrl: null }).toEqual({
        ...snippet,
        downloadUrl: null,
      });
    } finally {
      await second.close();
      rmSync(dataFolder, { recursive: true });
    }
  });

  it('shows an unfinished snippet that nobody holds as timed out once it is overdue', async () => {
    const model = createFedModel();
    const host = await startTestHost({
      model,
      timeFactor: 1000,
      expected: { expectedMs: 2_000, claimMs: 1 },
      environment: { RENEW_AFTER_MS: '60000' },
    });
    try {
      const { id } = await clientOf(host).generateCode({ ...ASKED, options: { waitSeconds: 0 } });
      await model.asked(1);
      await host.functions.terminate('generate-snippet');
      host.events.close();
      const shown = await eventually(
        () => clientOf(host).snippet(id),
        (snippet) => snippet?.status === 'FAILED',
      );
      expect(shown?.failure).toMatchObject({ code: 'TIMED_OUT', retryable: true });
      for await (const { status } of clientOf(host).snippets()) expect(status).toBe('FAILED');
      expect(await clientOf(host).deleteSnippet(id)).toMatchObject({ status: 'FAILED' });
    } finally {
      await host.close();
    }
  });
});
