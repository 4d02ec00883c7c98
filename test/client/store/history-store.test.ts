import { describe, expect, it, onTestFinished } from 'vitest';
import type { ListFilter, Snippet } from '../../../client/index.ts';
import { createSnippetClient, defaultWaits } from '../../../client/index.ts';
import type { HistoryStore } from '../../../client/store/index.ts';
import { createHistoryStore, createSnippetStore } from '../../../client/store/index.ts';
import type { Answer, FakeApi, Received } from '../../support/fakes/fake-api.ts';
import { data, refusal, startFakeApi } from '../../support/fakes/fake-api.ts';
import { aSnippet } from '../../support/fakes/snippets.ts';

const pageSize = 3;

/** A snippet made so many minutes after midnight; that number is its name. */
function numbered(number: number, differs: Partial<Snippet> = {}): Snippet {
  const createdAt = new Date(Date.UTC(2026, 10, 23, 0, number)).toISOString();
  return aSnippet({ id: `id-${number}`, instruction: String(number), createdAt, ...differs });
}

interface Listed {
  api: FakeApi;
  /** What the API holds, newest first. */
  held: Snippet[];
  store: HistoryStore;
  another: () => HistoryStore;
  /** The instructions that are shown. */
  shown(): string[];
  showing(numbers: number[]): Promise<void>;
  ready(): Promise<void>;
  client: ReturnType<typeof createSnippetClient>;
}

/** A list over an API that holds so many snippets and gives three to a page; somebody is subscribed. */
async function list(count: number, filter: ListFilter = { pageSize }): Promise<Listed> {
  const held = Array.from({ length: count }, (_, index) => numbered(count - index));
  const api = await startFakeApi(usual);
  const options = { url: api.url, auth: { apiKey: 'k' } };
  const client = createSnippetClient(options, { ...defaultWaits, backOff: 1, backOffLimit: 5 });
  const store = createHistoryStore(client, filter);

  function usual({ field, variables }: Received): Answer {
    if (field === 'deleteSnippet')
      return data(
        field,
        held.splice(
          held.findIndex(({ id }) => id === variables['id']),
          1,
        )[0],
      );
    const from = Number(variables['nextToken'] ?? 0);
    const matching = held.filter(({ language }) => language === (variables['language'] ?? language));
    const end = from + pageSize;
    return data(field, { items: matching.slice(from, end), nextToken: end < matching.length ? String(end) : null });
  }

  const listed: Listed = {
    api,
    held,
    store,
    client,
    another: () => createHistoryStore(client, filter),
    shown: () => store.state.items.map(({ instruction }) => instruction),
    showing: (numbers) => expect.poll(() => listed.shown()).toEqual(numbers.map(String)),
    ready: () => expect.poll(() => store.state.phase).toBe('ready'),
  };
  onTestFinished(store.subscribe(() => undefined));
  return listed;
}

describe('a list of snippets', () => {
  it('is read with the first subscriber, page by page, without code and links', async () => {
    const { store, api, showing } = await list(5);
    expect(store.state).toMatchObject({ phase: 'loading', items: [], hasMore: false, fresh: 0 });
    await showing([5, 4, 3]);
    expect(store.state).toMatchObject({ phase: 'ready', hasMore: true });
    await store.more();
    await showing([5, 4, 3, 2, 1]);
    expect(store.state).toMatchObject({ phase: 'ready', hasMore: false });
    await store.more();
    const asked = api.requests.map(({ variables }) => variables);
    expect(asked).toEqual([{ limit: 3 }, { limit: 3, nextToken: '3' }]);
    expect(api.requests[0]?.query).not.toMatch(/downloadUrl|^ *code$(?!\n *message)/m);
  });

  it('counts what completes elsewhere, and shows it when it is asked to', async () => {
    const { store, api, held, showing, shown } = await list(2);
    await showing([2, 1]);
    await expect.poll(() => api.subscriptions.length).toBe(1);
    held.unshift(numbered(3));
    api.publish('onSnippetCompleted', numbered(3));
    await expect.poll(() => store.state.fresh).toBe(1);
    expect(shown()).toEqual(['2', '1']);
    await store.refresh();
    expect(shown()).toEqual(['3', '2', '1']);
    expect(store.state.fresh).toBe(0);
  });

  it('takes over the new status of what it shows', async () => {
    const { api, store, held, showing } = await list(0);
    await expect.poll(() => store.state.phase).toBe('ready');
    held.unshift(numbered(1, { status: 'GENERATING' }));
    await store.refresh();
    await showing([1]);
    await expect.poll(() => api.subscriptions.length).toBe(1);
    api.publish('onSnippetCompleted', numbered(1));
    await expect.poll(() => store.state.items[0]?.status).toBe('COMPLETED');
    expect(store.state.fresh).toBe(0);
  });

  it('reads again what it may have missed while the connection was lost', async () => {
    const { api, store, held, showing } = await list(2);
    await showing([2, 1]);
    await expect.poll(() => api.subscriptions.length).toBe(1);
    held.splice(1, 1);
    held.unshift(numbered(3, { status: 'FAILED' }));
    api.cut();
    await expect.poll(() => store.state.fresh).toBe(1);
    await showing([2]);
  });

  it('shows at once what a store of the same client begins, and how it ends', async () => {
    const listed = await list(1);
    await listed.showing([1]);
    const made = numbered(2);
    listed.api.answerInstead = ({ field, variables }) =>
      field === 'generateCode' || field === 'snippet'
        ? data(field, {
            ...made,
            ...(variables['options'] as object),
            status: field === 'snippet' ? 'FAILED' : 'PENDING',
          })
        : undefined;
    const snippets = createSnippetStore(listed.client);
    void snippets.generate({ language: 'PYTHON', instruction: '2' });
    await listed.showing([2, 1]);
    expect(listed.store.state.items[0]).not.toHaveProperty('code');
    await expect.poll(() => listed.store.state.items[0]?.status).toBe('PENDING');
    snippets.dispose();
  });

  it('is not put back by an answer that is older than what was heard meanwhile', async () => {
    const listed = await list(1);
    await listed.showing([1]);
    await expect.poll(() => listed.api.subscriptions.length).toBe(1);
    let give: (answer: Answer) => void = () => undefined;
    listed.api.answerInstead = ({ field }) =>
      field === 'snippets' ? new Promise((resolve) => (give = resolve)) : undefined;
    const refreshed = listed.store.refresh();
    await expect.poll(() => listed.api.requests.length).toBe(2);
    listed.api.publish('onSnippetCompleted', numbered(1, { truncated: true }));
    await expect.poll(() => listed.store.state.items[0]?.truncated).toBe(true);
    give(data('snippets', { items: [numbered(1, { status: 'GENERATING' })], nextToken: null }));
    await refreshed;
    expect(listed.store.state.items[0]).toMatchObject({ status: 'COMPLETED', truncated: true });
  });

  it('hides no gap when more than a page came meanwhile', async () => {
    const { api, store, held, showing, shown } = await list(4);
    await showing([4, 3, 2]);
    await expect.poll(() => api.subscriptions.length).toBe(1);
    for (const number of [5, 6, 7, 8, 9]) held.unshift(numbered(number, { status: 'FAILED' }));
    api.cut();
    await expect.poll(() => store.state.fresh).toBe(3);
    expect(shown()).toEqual(['4', '3', '2']);
    await store.refresh();
    expect(shown()).toEqual(['9', '8', '7']);
    await store.more();
    await store.more();
    expect(shown()).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1']);
  });

  it('deletes, also what was gone before, and says why it cannot', async () => {
    const listed = await list(3);
    const { store, showing, shown } = listed;
    await showing([3, 2, 1]);
    expect(await store.remove('id-2')).toBe(true);
    expect(shown()).toEqual(['3', '1']);
    listed.api.answerInstead = ({ field }) => refusal(field, 'NotFound', 'no such snippet');
    expect(await store.remove('id-3')).toBe(true);
    expect(shown()).toEqual(['1']);
    listed.api.answerInstead = ({ field }) => refusal(field, 'Conflict', 'it has not ended');
    expect(await store.remove('id-1')).toBe(false);
    expect(store.state).toMatchObject({ phase: 'ready', error: { name: 'Conflict' } });
    expect(shown()).toEqual(['1']);
  });

  it('says why it could not be read, and is whole again after a refresh', async () => {
    const listed = await list(1);
    const { store, showing } = listed;
    await showing([1]);
    listed.api.answerInstead = ({ field }) => refusal(field, 'Unauthorized', 'no');
    await store.refresh();
    expect(store.state).toMatchObject({ phase: 'error', error: { name: 'Unauthorized' }, items: [{ id: 'id-1' }] });
    listed.api.answerInstead = () => undefined;
    await store.refresh();
    expect(store.state).toMatchObject({ phase: 'ready', error: undefined });
  });

  it('skips empty pages, as a filter may leave them', async () => {
    const listed = await list(1);
    await listed.showing([1]);
    listed.api.answerInstead = ({ variables }) =>
      variables['nextToken'] ? undefined : data('snippets', { items: [], nextToken: '0' });
    await listed.store.refresh();
    expect(listed.shown()).toEqual(['1']);
  });

  it('goes on with what there is when a subscriber follows another in the same moment, and ends with the last', async () => {
    const { api, another, client } = await list(1);
    const store = another();
    await expect.poll(() => api.subscriptions.length).toBe(1);
    const before = api.requests.length;
    store.subscribe(() => undefined)();
    const unsubscribe = store.subscribe(() => undefined);
    await expect.poll(() => store.state.phase).toBe('ready');
    await expect.poll(() => api.subscriptions.length).toBe(2);
    expect(api.requests.length).toBe(before + 1);
    unsubscribe();
    await expect.poll(() => api.subscriptions.length).toBe(1);
    expect(client.connection.current).toBe('open');
  });
});
