import { describe, expect, it } from 'vitest';
import { createSnippetClient, usualWaits } from '../../../client/index.ts';
import type { SnippetEnd, SnippetStore, SnippetStoreOptions } from '../../../client/store/index.ts';
import { createSnippetStore } from '../../../client/store/index.ts';
import type { GrowingSnippet } from '../../support/fakes/growing-snippet.ts';
import { startGrowingSnippet } from '../../support/fakes/growing-snippet.ts';
import { id } from '../../support/fakes/snippets.ts';

const waits = { ...usualWaits, backOff: 1, backOffLimit: 5 };
const request = { language: 'PYTHON', instruction: 'implement binary search' } as const;
const withId = { ...request, options: { id } };

interface Kept extends GrowingSnippet {
  store: SnippetStore;
  /** The phases that a subscriber was told of, one after the other. */
  phases: string[];
  phase(name: string): Promise<void>;
  /** Resolves when so much code is shown. */
  showing(code: string): Promise<void>;
  ends: SnippetEnd[];
  asked: Promise<string>;
  fields(): string[];
}

async function keep(options: SnippetStoreOptions = {}): Promise<Kept> {
  const growing = await startGrowingSnippet();
  const client = createSnippetClient({ url: growing.api.url, auth: { apiKey: 'k' } }, waits);
  const ends: SnippetEnd[] = [];
  const store = createSnippetStore(client, { throttle: 0, onEnd: (end) => ends.push(end), ...options });
  const phases: string[] = [];
  store.subscribe(() => {
    if (phases.at(-1) !== store.state.phase) phases.push(store.state.phase);
  });
  return {
    ...growing,
    store,
    phases,
    ends,
    phase: (name) => expect.poll(() => store.state.phase).toBe(name),
    showing: (code) => expect.poll(() => store.state.code).toBe(code),
    fields: () => growing.api.requests.map(({ field }) => field),
  };
}

describe('a snippet store', () => {
  it('is idle until it is asked', async () => {
    const { store, api } = await keep();
    expect(store.state).toEqual({ phase: 'idle', code: '' });
    expect(api.requests).toEqual([]);
    expect(api.connections).toEqual([]);
  });

  it('goes from asking to completed, with the code as it grows', async () => {
    const { store, phases, phase, showing, grow, push, end, ends, asked } = await keep();
    const made = store.generate(request);
    expect(store.state).toMatchObject({ phase: 'asking', request, code: '' });
    expect(await asked).toBe(store.state.id);
    await phase('waiting');
    expect(store.state.snippet).toMatchObject({ id: store.state.id, status: 'PENDING' });
    push(grow('def f():\n'));
    await showing('def f():\n');
    const { startedAt, firstPartAt, endedAt } = store.state;
    expect(firstPartAt).toBeGreaterThanOrEqual(startedAt ?? Infinity);
    expect(endedAt).toBeUndefined();
    push(grow('  pass\n'), end('COMPLETED'));
    expect(await made).toMatchObject({ status: 'COMPLETED', code: 'def f():\n  pass\n' });
    expect(phases).toEqual(['asking', 'waiting', 'streaming', 'completed']);
    expect(store.state).toMatchObject({ code: 'def f():\n  pass\n', snippet: { status: 'COMPLETED' } });
    expect(store.state.endedAt).toBeGreaterThanOrEqual(firstPartAt ?? Infinity);
    expect(ends).toMatchObject([{ snippet: { status: 'COMPLETED' }, error: undefined, stopped: false }]);
  });

  it('stops at the API, and keeps what had arrived', async () => {
    const { store, phases, showing, grow, push, ends, fields, api } = await keep();
    const made = store.generate(withId);
    await expect.poll(fields).toEqual(['generateCode']);
    push(grow('one '));
    await showing('one ');
    const stopped = store.stop();
    expect(store.state.phase).toBe('stopping');
    await stopped;
    expect(store.state).toMatchObject({ phase: 'cancelled', code: 'one ', snippet: { status: 'CANCELLED' } });
    expect(await made).toMatchObject({ status: 'CANCELLED' });
    expect(phases).toEqual(['asking', 'waiting', 'streaming', 'stopping', 'cancelled']);
    expect(fields()).toEqual(['generateCode', 'cancelSnippet']);
    expect(ends).toMatchObject([{ stopped: true }]);
    await api.left();
  });

  it('watches a snippet that is under way, and stops that at the API too', async () => {
    const { store, showing, grow, fields, asked, phase } = await keep();
    void store.generate(withId);
    await asked;
    await phase('waiting');
    store.reset();
    expect(store.state.phase).toBe('idle');
    grow('one ');
    void store.watch(id);
    await showing('one ');
    expect(store.state).toMatchObject({ phase: 'streaming', request: { ...request, options: { model: 'cookbook' } } });
    await store.stop();
    expect(store.state).toMatchObject({ phase: 'cancelled', code: 'one ' });
    expect(fields()).toEqual(['generateCode', 'snippet', 'cancelSnippet']);
  });

  it('shows an error, keeps the code, and asks with the same id again', async () => {
    const { store, api, showing, grow, push, end, asked } = await keep();
    void store.generate(withId);
    await asked;
    push(grow('one '));
    await showing('one ');
    api.refuse = () => [{ errorType: 'Unauthorized', message: 'no' }];
    api.cut();
    await expect
      .poll(() => store.state)
      .toMatchObject({ phase: 'error', code: 'one ', error: { name: 'Unauthorized' } });
    api.refuse = () => undefined;
    const again = store.retry();
    expect(store.state).toMatchObject({ phase: 'asking', id, code: 'one ' });
    expect(store.state.error).toBeUndefined();
    await expect.poll(() => api.subscriptions.length).toBe(1);
    push(grow('two'), end('COMPLETED'));
    expect(await again).toMatchObject({ id, code: 'one two' });
    const generated = api.requests.filter(({ field }) => field === 'generateCode');
    expect(generated.map(({ variables }) => variables['options'])).toMatchObject([{ id }, { id }]);
  });
});
