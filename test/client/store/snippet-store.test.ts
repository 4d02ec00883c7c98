import { describe, expect, it } from 'vitest';
import { createSnippetClient, defaultWaits } from '../../../client/index.ts';
import type { SnippetEnd, SnippetStore, SnippetStoreOptions } from '../../../client/store/index.ts';
import { createSnippetStore } from '../../../client/store/index.ts';
import { refusal } from '../../support/fakes/fake-api.ts';
import type { GrowingSnippet } from '../../support/fakes/growing-snippet.ts';
import { startGrowingSnippet } from '../../support/fakes/growing-snippet.ts';
import { id } from '../../support/fakes/snippets.ts';

const waits = { ...defaultWaits, backOff: 1, backOffLimit: 5 };
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

  it('cancels nothing when it is stopped before the API was asked', async () => {
    const { store, api, ends } = await keep();
    void store.generate(withId);
    await store.stop();
    expect(store.state).toMatchObject({ phase: 'cancelled', code: '', snippet: undefined });
    expect(api.requests.filter(({ field }) => field !== 'cancelSnippet')).toEqual([]);
    expect(ends).toMatchObject([{ snippet: undefined, stopped: true }]);
  });

  it('says so when the stop does not reach the API, and can watch it further', async () => {
    const { store, api, showing, grow, push, asked, end } = await keep();
    void store.generate(withId);
    await asked;
    push(grow('one '));
    await showing('one ');
    api.answerInstead = ({ field }) => (field === 'cancelSnippet' ? refusal(field, 'Unauthorized', 'no') : undefined);
    await store.stop();
    expect(store.state).toMatchObject({
      phase: 'error',
      code: 'one ',
      error: { name: 'Unauthorized', operation: 'cancelSnippet' },
    });
    const again = store.retry();
    end('COMPLETED');
    expect(await again).toMatchObject({ status: 'COMPLETED' });
  });

  it('forgets what it watched before when something else is begun, whatever comes of it', async () => {
    const { store, grow, push, end, showing, asked, api, ends } = await keep();
    const first = store.generate(withId);
    await asked;
    push(grow('one '));
    await showing('one ');
    const second = store.watch('f5a3a5b0-9c5e-4f0e-8a63-0f2d4c7b9e11');
    expect(store.state).toMatchObject({ phase: 'asking', code: '' });
    push(grow('two '), end('COMPLETED'));
    expect(await first).toBeUndefined();
    await second;
    expect(store.state.code).toBe('one two ');
    expect(ends).toHaveLength(1);
    expect(api.requests.map(({ field }) => field)).toEqual(['generateCode', 'snippet']);
  });

  it('asks with a new id after an end, and of a watched snippet for what its fields tell', async () => {
    const { store, grow, end, asked, phase, api } = await keep();
    void store.generate(withId);
    await asked;
    await phase('waiting');
    store.reset();
    grow('one');
    end('FAILED');
    await store.watch(id);
    expect(store.state).toMatchObject({ phase: 'failed', code: 'one' });
    void store.retry();
    expect(store.state).toMatchObject({ phase: 'asking', code: '' });
    expect(store.state.id).not.toBe(id);
    await expect.poll(() => api.requests.at(-1)?.field).toBe('generateCode');
    expect(api.requests.at(-1)?.variables).toMatchObject({
      ...request,
      options: { id: store.state.id, model: 'cookbook' },
    });
    store.dispose();
  });

  it('goes on where it was after it was disposed of', async () => {
    const { store, grow, push, end, showing, asked, api } = await keep();
    void store.generate(withId);
    await asked;
    push(grow('one '));
    await showing('one ');
    store.dispose();
    await api.left();
    expect(store.state).toMatchObject({ phase: 'streaming', code: 'one ' });
    grow('two');
    end('COMPLETED');
    expect(await store.retry()).toMatchObject({ id, code: 'one two' });
    expect(api.requests.filter(({ field }) => field === 'cancelSnippet')).toEqual([]);
  });

  it('takes back what a worker that began again has written', async () => {
    const parts: [string, number][] = [];
    const { store, grow, restart, push, showing, asked } = await keep({
      onPart: (part, offset) => parts.push([part, offset]),
    });
    void store.generate(withId);
    await asked;
    push(grow('first attempt'));
    await showing('first attempt');
    push(restart('second'));
    await showing('second');
    expect(parts).toEqual([
      ['first attempt', 0],
      ['second', 0],
    ]);
    store.dispose();
  });

  it('shows 96 KiB in 1,000 parts, each time a beginning of it, in fewer changes than parts', async () => {
    const growing = await keep({ throttle: 16 });
    const { store, grow, push, end, asked } = growing;
    const code = Array.from({ length: 1000 }, (_, index) => `${String(index).padStart(97, '.')}\n`).join('');
    let changes = 0;
    store.subscribe(() => {
      changes++;
      expect(code.startsWith(store.state.code)).toBe(true);
    });
    const made = store.generate(withId);
    await asked;
    for (let offset = 0; offset < code.length; offset += 98) push(grow(code.slice(offset, offset + 98)));
    push(end('COMPLETED'));
    expect(await made).toMatchObject({ code });
    expect(store.state.code).toBe(code);
    expect(changes).toBeLessThan(500);
  });
});
