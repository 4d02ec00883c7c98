import { describe, expect, it } from 'vitest';
import type { CodeUpdate, Snippet, Waits } from '../../client/index.ts';
import { createSnippetClient, defaultWaits } from '../../client/index.ts';
import type { GrowingSnippet } from '../support/fakes/growing-snippet.ts';
import { startGrowingSnippet } from '../support/fakes/growing-snippet.ts';
import { id } from '../support/fakes/snippets.ts';

const waits: Waits = { ...defaultWaits, backOff: 1, backOffLimit: 5 };
const request = { language: 'PYTHON', instruction: 'implement binary search' } as const;

interface Watched extends GrowingSnippet {
  /** What a watcher has on the screen who keeps `code.slice(0, offset) + part`. */
  shown: () => string;
  /** The updates so far. */
  updates: CodeUpdate[];
  /** Resolves when so much code is there. */
  showing(code: string): Promise<void>;
  /** Resolves at the end, with the snippet of the last update. */
  ended: Promise<Snippet | undefined>;
  ending: AbortController;
  leaving: AbortController;
  /** The snippets that the stream was given. */
  snippets: Snippet[];
}

/** Has a snippet streamed by the client, and checks each update on the way. */
async function watch(differs: Partial<Waits> = {}, options = {}): Promise<Watched> {
  const growing = await startGrowingSnippet();
  const client = createSnippetClient({ url: growing.api.url, auth: { apiKey: 'k' } }, { ...waits, ...differs });
  const updates: CodeUpdate[] = [];
  const ending = new AbortController();
  const leaving = new AbortController();
  const snippets: Snippet[] = [];
  let shown = '';
  const ended = (async () => {
    const { signal } = ending;
    const onSnippet = (snippet: Snippet): number => snippets.push(snippet);
    const stream = client.streamCode({ ...request, options }, { signal, leave: leaving.signal, onSnippet });
    for await (const update of stream) {
      shown = shown.slice(0, update.offset) + update.part;
      expect(shown).toBe(update.code);
      updates.push(update);
    }
    return updates.at(-1)?.snippet;
  })();
  ended.catch(() => undefined);
  await Promise.race([growing.asked, ended]);
  return {
    ...growing,
    updates,
    ending,
    leaving,
    snippets,
    ended,
    shown: () => shown,
    showing: (code) => expect.poll(() => shown).toBe(code),
  };
}

/** Every part that was shown, one after the other: with nothing shown twice this is the code. */
const allParts = (updates: CodeUpdate[]): string => updates.map(({ part }) => part).join('');

describe('streaming code', () => {
  it('listens before it asks, does not wait in the call, and ends with the whole snippet', async () => {
    const { api, grow, push, end, ended, updates, showing } = await watch(
      {},
      { id, waitSeconds: 9, model: 'cookbook' },
    );
    expect(api.subscriptions[0]?.variables).toEqual({ id });
    expect(api.requests[0]?.variables['options']).toEqual({ id, waitSeconds: 0, model: 'cookbook' });
    push(grow('def f():\n'));
    await showing('def f():\n');
    push(grow('  pass\n'), end('COMPLETED'));
    expect(await ended).toMatchObject({ id, status: 'COMPLETED', code: 'def f():\n  pass\n' });
    expect(updates.map(({ part, offset }) => [offset, part])).toEqual([
      [0, 'def f():\n'],
      [9, '  pass\n'],
      [16, ''],
    ]);
    await api.left();
  });

  it('ends at once when the snippet was there already', async () => {
    const growing = await startGrowingSnippet();
    const client = createSnippetClient({ url: growing.api.url, auth: { apiKey: 'k' } }, waits);
    await client.generateCode({ ...request, options: { id } });
    growing.grow('done');
    growing.end('COMPLETED');
    const updates: CodeUpdate[] = [];
    for await (const update of client.streamCode({ ...request, options: { id } })) updates.push(update);
    expect(updates).toMatchObject([{ code: 'done', part: 'done', offset: 0, snippet: { status: 'COMPLETED' } }]);
  });

  it.each(['FAILED', 'CANCELLED'] as const)('ends with the snippet also when it is %s', async (status) => {
    const { grow, push, end, ended } = await watch();
    push(grow('def'), end(status));
    expect(await ended).toMatchObject({ status });
  });

  it('makes good a part that was lost in the middle, and shows nothing twice', async () => {
    const { grow, push, end, ended, updates, reads } = await watch();
    const [first, , third] = [grow('one '), grow('two '), grow('three ')];
    push(first, third);
    await expect.poll(() => allParts(updates)).toBe('one two three ');
    push(grow('four'), end('COMPLETED'));
    expect(await ended).toMatchObject({ code: 'one two three four' });
    expect(allParts(updates)).toBe('one two three four');
    expect(reads()).toBe(2);
  });

  it('makes good a lost end after a silence', async () => {
    const { grow, push, end, ended, updates } = await watch({ silence: 50 });
    push(grow('one '));
    grow('two');
    end('COMPLETED');
    expect(await ended).toMatchObject({ status: 'COMPLETED' });
    expect(allParts(updates)).toBe('one two');
  });

  it('makes good a lost last part when the lease is renewed without one', async () => {
    const { grow, push, updates, ending } = await watch();
    push(grow('one '));
    const last = grow('two');
    push({ ...last, part: null, offset: null });
    await expect.poll(() => allParts(updates)).toBe('one two');
    ending.abort();
  });

  it('drops an event that comes twice or late', async () => {
    const { grow, push, end, ended, updates } = await watch();
    const [first, second, third] = [grow('one '), grow('two '), grow('three')];
    push(first, first, third, second, third, first, end('COMPLETED'));
    expect(await ended).toMatchObject({ code: 'one two three' });
    expect(allParts(updates)).toBe('one two three');
  });

  it('survives a dropped WebSocket, and what was pushed meanwhile', async () => {
    const { api, grow, push, end, ended, updates, showing } = await watch();
    push(grow('one '));
    await showing('one ');
    const again = api.subscribed();
    api.cut();
    grow('two ');
    await again;
    await showing('one two ');
    push(grow('three'), end('COMPLETED'));
    expect(await ended).toMatchObject({ code: 'one two three' });
    expect(allParts(updates)).toBe('one two three');
  });

  it('begins again when the worker does, and says where', async () => {
    const { grow, restart, push, end, ended, updates, showing } = await watch();
    push(grow('first attempt'));
    await showing('first attempt');
    push(restart('second'));
    await showing('second');
    push(grow(' attempt'), end('COMPLETED'));
    expect(await ended).toMatchObject({ code: 'second attempt' });
    expect(updates.map(({ part, offset }) => [offset, part])).toEqual([
      [0, 'first attempt'],
      [0, 'second'],
      [6, ' attempt'],
      [14, ''],
    ]);
  });

  it('needs nothing of an attempt that was given up', async () => {
    const { grow, restart, push, reads, showing, ending } = await watch();
    push(grow('one '));
    grow('lost');
    push(restart('again'));
    await showing('again');
    expect(reads()).toBe(0);
    ending.abort();
  });

  it('does not join a part to the attempt before when the beginning of the new one was lost', async () => {
    const { grow, restart, push, showing, ending } = await watch();
    push(grow('a long first attempt'));
    await showing('a long first attempt');
    restart('ab');
    push(grow('cd'));
    await showing('abcd');
    ending.abort();
  });

  it('never splits a surrogate pair where two versions of the code part', async () => {
    const { api, grow, restart, push, showing, updates, ending } = await watch();
    push(grow('# 😀'));
    await showing('# 😀');
    restart('# 😁');
    grow('!');
    api.cut();
    await showing('# 😁!');
    expect(updates.at(-1)).toMatchObject({ offset: 2, part: '😁!' });
    ending.abort();
  });

  it('tells of the snippet when it is accepted, read again and at its end', async () => {
    const { api, grow, push, end, ended, showing, snippets } = await watch();
    await expect.poll(() => snippets).toMatchObject([{ status: 'PENDING', sequence: 0 }]);
    grow('one ');
    api.cut();
    await showing('one ');
    push(end('COMPLETED'));
    await ended;
    expect(snippets.map(({ status }) => status)).toEqual(['PENDING', 'GENERATING', 'COMPLETED']);
  });

  it('cancels the snippet when it is aborted, and ends with the reason', async () => {
    const { api, grow, push, ended, ending, showing, snippets } = await watch({}, { id });
    push(grow('one '));
    await showing('one ');
    ending.abort(new Error('enough'));
    await expect(ended).rejects.toThrow('enough');
    expect(api.requests.at(-1)).toMatchObject({ field: 'cancelSnippet', variables: { id } });
    expect(snippets.at(-1)).toMatchObject({ status: 'CANCELLED' });
    await api.left();
  });

  it('asks for nothing when it is aborted before', async () => {
    const growing = await startGrowingSnippet();
    const client = createSnippetClient({ url: growing.api.url, auth: { apiKey: 'k' } }, waits);
    const updates = client.streamCode(request, { signal: AbortSignal.abort(new Error('enough')) });
    await expect(updates[Symbol.asyncIterator]().next()).rejects.toThrow('enough');
    expect(growing.api.requests).toEqual([]);
    expect(growing.api.connections).toEqual([]);
  });

  it('leaves the snippet alone when the loop is left', async () => {
    const growing = await startGrowingSnippet();
    const client = createSnippetClient({ url: growing.api.url, auth: { apiKey: 'k' } }, waits);
    void growing.asked.then(() => growing.push(growing.grow('one')));
    for await (const update of client.streamCode(request)) {
      expect(update.part).toBe('one');
      break;
    }
    await growing.api.left();
    expect(growing.api.requests.map(({ field }) => field)).toEqual(['generateCode']);
  });
});

describe('refining code', () => {
  it('streams as generating does', async () => {
    const growing = await startGrowingSnippet();
    const client = createSnippetClient({ url: growing.api.url, auth: { apiKey: 'k' } }, waits);
    void growing.asked.then(() => growing.push(growing.grow('def'), growing.end('COMPLETED')));
    const updates: CodeUpdate[] = [];
    const refine = { id: 'f5a3a5b0-9c5e-4f0e-8a63-0f2d4c7b9e11', instruction: 'with types', options: { id } };
    for await (const update of client.streamCode(refine)) updates.push(update);
    expect(updates.at(-1)).toMatchObject({ code: 'def', snippet: { id, status: 'COMPLETED' } });
    expect(growing.api.requests[0]).toMatchObject({
      field: 'refineSnippet',
      variables: { id: refine.id, instruction: 'with types', options: { id, waitSeconds: 0 } },
    });
  });

  it('cancels the new snippet, not the one it refines, when it is aborted', async () => {
    const growing = await startGrowingSnippet();
    const client = createSnippetClient({ url: growing.api.url, auth: { apiKey: 'k' } }, waits);
    const ending = new AbortController();
    const refine = { id: 'f5a3a5b0-9c5e-4f0e-8a63-0f2d4c7b9e11', instruction: 'with types', options: { id } };
    void growing.asked.then(() => ending.abort(new Error('enough')));
    const updates = client.streamCode(refine, { signal: ending.signal });
    await expect(updates[Symbol.asyncIterator]().next()).rejects.toThrow('enough');
    expect(growing.api.requests.at(-1)).toMatchObject({ field: 'cancelSnippet', variables: { id } });
  });
});

describe('leaving a stream by a signal', () => {
  it('ends the loop at once and lets the snippet go on', async () => {
    const { api, grow, push, ended, leaving, showing } = await watch({}, { id });
    push(grow('one '));
    await showing('one ');
    leaving.abort(new Error('elsewhere'));
    await expect(ended).rejects.toThrow('elsewhere');
    await api.left();
    expect(api.requests.map(({ field }) => field)).toEqual(['generateCode']);
  });
});
