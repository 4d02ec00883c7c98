import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Snippet } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { createCookbookModel } from '../../../infra/local/bedrock/models/cookbook-model.ts';
import { openSnippetsTable } from '../../../infra/local/dynamodb/snippets-table.ts';
import { createFedModel } from '../../support/fakes/fed-model.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { newFolder, startTestHost } from '../../support/hosts/test-host.ts';

const HOUR = 3_600_000;
const clientOf = ({ url, apiKey }: TestHost) => createSnippetClient({ url, auth: { apiKey } });

describe('the time without a host', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  /** A folder whose host went while a snippet was at work: two hours ago, the snippet being expected until then. */
  async function leftAtWork(expectedUntil: (hostWent: number) => number): Promise<{ dataFolder: string; id: string }> {
    const dataFolder = newFolder();
    folders.push(dataFolder);
    const model = createFedModel();
    const host = await startTestHost({ model }, { dataFolder });
    const id = randomUUID();
    await clientOf(host).generateCode({
      ...{ language: 'JAVASCRIPT', instruction: 'implement binary search' },
      options: { id, waitSeconds: 0 },
    });
    await model.asked(1);
    await host.close();

    const hostWent = Date.now() - 2 * HOUR;
    utimesSync(join(dataFolder, 'last-seen'), new Date(hostWent), new Date(hostWent));
    const table = await openSnippetsTable(join(dataFolder, 'table'));
    await table.dynamodb.call('UpdateItem', {
      TableName: table.name,
      Key: { id: { S: id } },
      UpdateExpression: 'SET shown.expectedUntil = :until',
      ExpressionAttributeValues: { ':until': { N: `${expectedUntil(hostWent)}` } },
    });
    await table.close();
    return { dataFolder, id };
  }

  /** Every status that is shown from the start of the next host until its worker has been at the snippet. */
  async function statusesAfter({ dataFolder, id }: { dataFolder: string; id: string }): Promise<Snippet['status'][]> {
    const model = { ...createCookbookModel({ tokensPerSecond: 3_000 }), name: 'fed' };
    const host = await startTestHost({ model }, { dataFolder });
    try {
      const seen: Snippet['status'][] = [];
      const events = (): number => readdirSync(join(dataFolder, 'events')).length;
      while (events() > 0 || seen.length === 0) {
        const snippet = await clientOf(host).snippet(id);
        if (snippet) seen.push(snippet.status);
      }
      const last = await clientOf(host).snippet(id);
      return [...new Set([...seen, last?.status ?? 'FAILED'])];
    } finally {
      await host.close();
    }
  }

  it('does not count: what was at work goes on, and is at no moment shown as timed out', async () => {
    const left = await leftAtWork((hostWent) => hostWent + HOUR);
    const statuses = await statusesAfter(left);
    expect(statuses).not.toContain('FAILED');
    expect(statuses.at(-1)).toBe('COMPLETED');
  });

  it('revives nothing that had timed out before, and may have been shown so', async () => {
    const left = await leftAtWork((hostWent) => hostWent - 1);
    expect(await statusesAfter(left)).toEqual(['FAILED']);
  });

  it('is known even of a host that was killed: it says ahead that it is there', async () => {
    const dataFolder = newFolder();
    folders.push(dataFolder);
    const seen = (): number => statSync(join(dataFolder, 'last-seen')).mtimeMs;
    const host = await startTestHost({}, { dataFolder });
    expect(seen()).toBeGreaterThan(Date.now());
    await host.close();
    expect(seen()).toBeLessThanOrEqual(Date.now());
  });
});
