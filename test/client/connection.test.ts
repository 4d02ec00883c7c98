import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionState } from '../../client/index.ts';
import { createSnippetClient, defaultWaits } from '../../client/index.ts';
import { data, startFakeApi } from '../support/fakes/fake-api.ts';
import { aSnippet, id } from '../support/fakes/snippets.ts';

const waits = { ...defaultWaits, backOff: 1, backOffLimit: 5 };
/** It ends a wait that hangs; a busy machine takes long for everything. */
const patient = { timeout: 4_000 };

describe('the connection of a client', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is idle, connecting, open, lost, open again and idle, and says so each time', async () => {
    const api = await startFakeApi(() => data('snippet', aSnippet()));
    const { connection, onSnippetProgress } = createSnippetClient({ url: api.url, auth: { apiKey: 'k' } }, waits);
    const states: ConnectionState[] = [connection.current];
    const unsubscribe = connection.subscribe(() => states.push(connection.current));
    const ending = new AbortController();
    await onSnippetProgress(id, { signal: ending.signal }).ready();
    expect(states).toEqual(['idle', 'connecting', 'open']);
    const again = api.subscribed();
    api.cut();
    await again;
    expect(states).toEqual(['idle', 'connecting', 'open', 'lost', 'open']);
    ending.abort();
    expect(connection.current).toBe('idle');
    await api.left();
    expect(states).toEqual(['idle', 'connecting', 'open', 'lost', 'open', 'idle']);
    unsubscribe();
    await onSnippetProgress(id, { signal: AbortSignal.timeout(60_000) }).ready();
    expect(states).toHaveLength(6);
  });

  it('is lost while it cannot be opened, and idle once nobody waits for it', async () => {
    const { connection, onSnippetProgress } = createSnippetClient(
      { url: 'http://127.0.0.1:9/graphql', auth: { apiKey: 'k' } },
      waits,
    );
    const states: ConnectionState[] = [];
    connection.subscribe(() => states.push(connection.current));
    await expect(onSnippetProgress(id).ready()).rejects.toMatchObject({ name: 'NetworkFailure' });
    expect(states).toEqual(['connecting', 'lost', 'idle']);
  });

  it.each(['online', 'focus'])('is tried again at once, however long the wait, at the event %s', async (type) => {
    const platform = new EventTarget();
    vi.stubGlobal('addEventListener', platform.addEventListener.bind(platform));
    const api = await startFakeApi(() => data('snippet', aSnippet()));
    const hours = { ...waits, backOff: 1e12, backOffLimit: 1e9 };
    const { connection, onSnippetProgress } = createSnippetClient({ url: api.url, auth: { apiKey: 'k' } }, hours);
    const ending = new AbortController();
    await onSnippetProgress(id, { signal: ending.signal }).ready();
    api.cut();
    await expect.poll(() => connection.current, patient).toBe('lost');
    platform.dispatchEvent(new Event(type));
    await expect.poll(() => connection.current, patient).toBe('open');
    ending.abort();
    await api.left();
  });
});
