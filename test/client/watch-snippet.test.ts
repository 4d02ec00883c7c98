import { describe, expect, it } from 'vitest';
import type { CodeUpdate, SnippetClient } from '../../client/index.ts';
import { createSnippetClient, defaultWaits } from '../../client/index.ts';
import type { GrowingSnippet } from '../support/fakes/growing-snippet.ts';
import { startGrowingSnippet } from '../support/fakes/growing-snippet.ts';
import { id } from '../support/fakes/snippets.ts';

const request = { language: 'PYTHON', instruction: 'implement binary search', options: { id } } as const;

/** A snippet that was asked for by somebody, and a client that was not there. */
async function underWay(): Promise<GrowingSnippet & { client: SnippetClient }> {
  const growing = await startGrowingSnippet();
  const options = { url: growing.api.url, auth: { apiKey: 'k' } };
  const client = createSnippetClient(options, { ...defaultWaits, backOff: 1, backOffLimit: 5 });
  await client.generateCode(request);
  growing.api.requests.length = 0;
  return { ...growing, client };
}

describe('watching a snippet', () => {
  it('gives what is there, then what follows, and asks nothing but to read', async () => {
    const { api, client, grow, push, end } = await underWay();
    grow('one ');
    const updates: CodeUpdate[] = [];
    for await (const update of client.watchSnippet(id)) {
      updates.push(update);
      if (update.code === 'one ') push(grow('two'));
      if (update.code === 'one two' && !update.snippet) push(end('COMPLETED'));
    }
    expect(updates.map(({ offset, part }) => [offset, part])).toEqual([
      [0, 'one '],
      [4, 'two'],
      [7, ''],
    ]);
    expect(updates.at(-1)?.snippet).toMatchObject({ id, status: 'COMPLETED' });
    expect(new Set(api.requests.map(({ field }) => field))).toEqual(new Set(['snippet']));
    await api.left();
  });

  it('gives all of one that has ended at once', async () => {
    const { client, grow, end } = await underWay();
    grow('done');
    end('FAILED');
    const updates: CodeUpdate[] = [];
    for await (const update of client.watchSnippet(id)) updates.push(update);
    expect(updates).toMatchObject([{ code: 'done', part: 'done', offset: 0, snippet: { status: 'FAILED' } }]);
  });

  it('tells that there is no such snippet', async () => {
    const { api } = await startGrowingSnippet();
    const client = createSnippetClient({ url: api.url, auth: { apiKey: 'k' } });
    const updates = client.watchSnippet(id)[Symbol.asyncIterator]();
    await expect(updates.next()).rejects.toMatchObject({ name: 'NotFound', operation: 'snippet' });
    await api.left();
  });

  it('leaves the snippet alone when it is aborted', async () => {
    const { api, client, grow } = await underWay();
    grow('one');
    const ending = new AbortController();
    const updates = client.watchSnippet(id, { signal: ending.signal })[Symbol.asyncIterator]();
    expect((await updates.next()).value).toMatchObject({ code: 'one' });
    const next = updates.next();
    ending.abort(new Error('enough'));
    await expect(next).rejects.toThrow('enough');
    expect(api.requests.map(({ field }) => field)).toEqual(['snippet']);
    await api.left();
  });

  it('misses nothing while the connection is lost', async () => {
    const { api, client, grow, push, end } = await underWay();
    grow('one ');
    const updates: CodeUpdate[] = [];
    for await (const update of client.watchSnippet(id)) {
      updates.push(update);
      if (update.code === 'one ') {
        api.cut();
        grow('two ');
      }
      if (update.code === 'one two ' && !update.snippet) push(grow('three'), end('COMPLETED'));
    }
    expect(updates.map(({ part }) => part).join('')).toBe('one two three');
  });
});
