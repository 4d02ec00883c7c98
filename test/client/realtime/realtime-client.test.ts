import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Auth, SnippetClient, Waits } from '../../../client/index.ts';
import { createSnippetClient, defaultWaits } from '../../../client/index.ts';
import { realtimeUrl } from '../../../client/realtime/realtime-url.ts';
import { verifySignature } from '../../../infra/local/identity/signatures.ts';
import type { FakeApi } from '../../support/fakes/fake-api.ts';
import { data, startFakeApi } from '../../support/fakes/fake-api.ts';
import { aSnippet, id, news } from '../../support/fakes/snippets.ts';

const quick: Waits = { ...defaultWaits, backOff: 1, backOffLimit: 5 };

async function listening(
  auth: Auth = { apiKey: 'da2-test' },
  waits: Waits = quick,
): Promise<{ api: FakeApi; client: SnippetClient }> {
  const api = await startFakeApi(() => data('snippet', null));
  return { api, client: createSnippetClient({ url: api.url, auth }, waits) };
}

describe('events', () => {
  it('are missed by nobody who waited until the subscription was confirmed', async () => {
    const { api, client } = await listening();
    const events = client.onSnippetCompleted();
    await events.ready();
    api.publish('onSnippetCompleted', aSnippet({ code: 'first' }));
    api.publish('onSnippetCompleted', aSnippet({ code: 'second' }));
    const codes: (string | null)[] = [];
    for await (const snippet of events) {
      codes.push(snippet.code);
      if (codes.length === 2) break;
    }
    expect(codes).toEqual(['first', 'second']);
    await api.left();
  });

  it('are asked for with the given filter and nothing else, for AppSync takes a missing variable for null', async () => {
    const cases = [
      [{}, 'onSnippetCompleted {'],
      [{ id }, 'onSnippetCompleted(id: $id) {'],
      [{ language: 'PYTHON' }, 'onSnippetCompleted(language: $language) {'],
      [{ id, language: 'PYTHON' }, 'onSnippetCompleted(id: $id, language: $language) {'],
    ] as const;
    for (const [filter, text] of cases) {
      const { api, client } = await listening();
      await client.onSnippetCompleted(filter).ready();
      expect(api.subscriptions[0]?.query).toContain(text);
      expect(api.subscriptions[0]?.variables).toEqual(filter);
    }
  });

  it('of one client come over one connection', async () => {
    const { api, client } = await listening();
    const completed = client.onSnippetCompleted();
    const progress = client.onSnippetProgress(id);
    await Promise.all([completed.ready(), progress.ready()]);
    expect(api.connections).toHaveLength(1);
    api.publish('onSnippetProgress', news());
    for await (const event of progress) {
      expect(event).toEqual(news());
      break;
    }
    await expect.poll(() => api.subscriptions.map(({ field }) => field)).toEqual(['onSnippetCompleted']);
  });

  it('go on after a lost connection, and the gap is told', async () => {
    const { api, client } = await listening();
    let gaps = 0;
    const events = client.onSnippetProgress(id, { onGap: () => gaps++ });
    await events.ready();
    const again = api.subscribed();
    api.cut();
    await again;
    api.publish('onSnippetProgress', news({ sequence: 7 }));
    for await (const event of events) {
      expect(event.sequence).toBe(7);
      break;
    }
    expect(gaps).toBe(1);
    expect(api.connections).toHaveLength(2);
  });

  it('go on after a connection that went silent', async () => {
    const { api, client } = await listening(undefined, { ...quick, keepAlive: 50 });
    let again: () => void = () => undefined;
    const gap = new Promise<void>((resolve) => (again = resolve));
    const events = client.onSnippetProgress(id, { onGap: () => again() });
    const reading = events[Symbol.asyncIterator]().next();
    await gap;
    api.publish('onSnippetProgress', news());
    expect(await reading).toEqual({ done: false, value: news() });
  });

  it('that cannot be read, and frames that make no sense, count as lost', async () => {
    const { api, client } = await listening();
    let gaps = 0;
    const events = client.onSnippetProgress(id, { onGap: () => gaps++ });
    await events.ready();
    for (const text of ['', 'null', '[]', '{"type":"data"}', '{"type":"data","id":"unknown","payload":{}}'])
      api.say(text);
    api.publish('onSnippetProgress', null);
    api.publish('onSnippetProgress', news());
    for await (const event of events) {
      expect(event).toEqual(news());
      break;
    }
    expect(gaps).toBe(1);
  });

  it('end with the reason of the signal, and the connection with them', async () => {
    const { api, client } = await listening();
    const ending = new AbortController();
    const events = client.onSnippetProgress(id, { signal: ending.signal });
    const reading = events[Symbol.asyncIterator]().next();
    const refused = expect(reading).rejects.toThrow('enough');
    await events.ready();
    ending.abort(new Error('enough'));
    await refused;
    await api.left();
  });

  it('use the WebSocket that was given', async () => {
    const api = await startFakeApi(() => data('snippet', null));
    const protocols: string[][] = [];
    class Watched extends WebSocket {
      constructor(url: string, names: string[]) {
        super(url, names);
        protocols.push(names);
      }
    }
    const client = createSnippetClient({ url: api.url, auth: { apiKey: 'k' }, WebSocket: Watched }, quick);
    await client.onSnippetProgress(id).ready();
    expect(protocols[0]?.[0]).toBe('graphql-ws');
  });
});

describe('a subscription that the API does not want', () => {
  it('is Unauthorized when the credential is refused on connecting, and is not tried again', async () => {
    const { api, client } = await listening();
    api.refuseConnection = () => [
      { errorType: 'UnauthorizedException', message: 'Token has expired.', errorCode: 401 },
    ];
    await expect(client.onSnippetProgress(id).ready()).rejects.toMatchObject({
      name: 'Unauthorized',
      detail: 'Token has expired.',
    });
    await api.left();
    expect(api.connections).toHaveLength(1);
  });

  it.each([
    [{ errorType: 'UnauthorizedException', message: 'Permission denied' }, 'Unauthorized'],
    [{ errorType: 'InvalidInput', message: 'id is "x"; allowed is a lower-case UUID.' }, 'InvalidInput'],
    [{ errorType: 'MaxSubscriptionsReachedError', message: 'Max number of 100 subscriptions reached' }, 'Throttled'],
    [{ message: 'Validation error of type FieldUndefined' }, 'BadRequest'],
  ])('rejects with %j as %s', async (error, name) => {
    const { api, client } = await listening();
    api.refuse = () => [error];
    await expect(client.onSnippetProgress('x').ready()).rejects.toMatchObject({
      name,
      operation: 'onSnippetProgress',
      detail: error.message,
    });
    await api.left();
  });

  it('is a NetworkFailure when there is no API, after some attempts', async () => {
    const api = await startFakeApi(() => data('snippet', null));
    const client = createSnippetClient(
      { url: api.url.replace('/graphql', '/elsewhere'), auth: { apiKey: 'k' } },
      quick,
    );
    await expect(client.onSnippetProgress(id).ready()).rejects.toMatchObject({ name: 'NetworkFailure' });
  });
});

describe('who listens', () => {
  it('is told on connecting and on subscribing, each time anew', async () => {
    const tokens = ['one', 'two', 'three', 'four'];
    const { api, client } = await listening(() => ({ token: tokens.shift() ?? '' }));
    const host = new URL(api.url).host;
    await client.onSnippetProgress(id).ready();
    const first = api.subscriptions[0]?.authorization;
    const again = api.subscribed();
    api.cut();
    await again;
    expect(api.connections).toEqual([
      { host, Authorization: 'one' },
      { host, Authorization: 'three' },
    ]);
    expect([first, api.subscriptions[0]?.authorization]).toEqual([
      { host, Authorization: 'two' },
      { host, Authorization: 'four' },
    ]);
  });

  it('signs as AppSync wants it: the path with /connect and an empty object, then the text of the subscription', async () => {
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 'SECRET' };
    const { api, client } = await listening({ credentials, region: 'eu-central-1' });
    await client.onSnippetProgress(id).ready();
    const subscribed = api.subscriptions[0];
    const check = (url: string, headers: Record<string, string> = {}, body: string) =>
      verifySignature({
        method: 'POST',
        url,
        headers,
        body: Buffer.from(body),
        service: 'appsync',
        credentials: (key) =>
          key === 'AKID' ? { name: 'me', secretAccessKey: 'SECRET', region: 'eu-central-1' } : undefined,
        now: new Date(),
      });
    expect(await check('/graphql/connect', api.connections[0], '{}')).toMatchObject({ ok: true, name: 'me' });
    const text = JSON.stringify({ query: subscribed?.query, variables: subscribed?.variables });
    expect(await check('/graphql', subscribed?.authorization, text)).toMatchObject({ ok: true, name: 'me' });
  });
});

describe('the real-time endpoint', () => {
  it.each([
    [
      'https://abcdefghijklmnopqrstuvwxyz.appsync-api.eu-central-1.amazonaws.com/graphql',
      'wss://abcdefghijklmnopqrstuvwxyz.appsync-realtime-api.eu-central-1.amazonaws.com/graphql',
    ],
    ['https://api.example.com/graphql', 'wss://api.example.com/graphql/realtime'],
    ['http://127.0.0.1:4000/graphql', 'ws://127.0.0.1:4000/graphql/realtime'],
    ['https://example.com/graphql/?stage=x', 'wss://example.com/graphql/realtime?stage=x'],
  ])('of %s is %s', (api, realtime) => {
    expect(realtimeUrl(new URL(api)).href).toBe(realtime);
  });
});
