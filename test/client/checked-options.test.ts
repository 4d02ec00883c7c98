import { describe, expect, it } from 'vitest';
import type { SnippetClientOptions } from '../../client/index.ts';
import { createSnippetClient } from '../../client/index.ts';
import { startFakeApi } from '../support/fakes/fake-api.ts';

const url = 'http://127.0.0.1:4000/graphql';
const auth = { apiKey: 'da2-key' };
/** As a JavaScript program calls it, which no compiler held to the types. */
const create = (options: Record<string, unknown>) => createSnippetClient(options as unknown as SnippetClientOptions);

describe('a client is made only of options that can work', () => {
  it.each([
    [undefined, 'url is missing; it is to be like http://127.0.0.1:4000/graphql.'],
    ['', 'url is missing; it is to be like http://127.0.0.1:4000/graphql.'],
    ['/graphql', 'url is "/graphql"; it is to be like http://127.0.0.1:4000/graphql.'],
    ['127.0.0.1:4000/graphql', 'url is "127.0.0.1:4000/graphql"; it is to be like'],
    ['localhost:4000/graphql', 'url is "localhost:4000/graphql"; it is to be like'],
    ['ws://127.0.0.1:4000/graphql', 'url is "ws://127.0.0.1:4000/graphql"; it is to be like'],
    ['http://127.0.0.1:4000', 'url is "http://127.0.0.1:4000"; /graphql is missing at its end.'],
    ['http://127.0.0.1:4000/', 'url is "http://127.0.0.1:4000/"; /graphql is missing at its end.'],
    ['http://127.0.0.1:4000/graphql/realtime', 'where the API takes subscriptions; it is to be like'],
    ['https://x.appsync-realtime-api.eu-west-1.amazonaws.com/graphql', 'where the API takes subscriptions;'],
    ['http://me:secret@127.0.0.1:4000/graphql', 'url holds a user name or a password; it is to be like'],
  ])('not of the url %j', (given, sentence) => {
    expect(() => create({ url: given, auth })).toThrow(TypeError);
    expect(() => create({ url: given, auth })).toThrow(sentence);
  });

  it.each([
    [undefined, 'auth is missing; it is to be { apiKey }, { token }, { credentials, region } or a function'],
    ['da2-key', 'auth is missing; it is to be { apiKey }'],
    [{}, 'auth is none of { apiKey }, { token }'],
    [{ apiKey: undefined }, 'auth: apiKey is empty.'],
    [{ apiKey: ' ' }, 'auth: apiKey is empty.'],
    [{ token: 'secret\n' }, 'auth: token holds a character that no header may.'],
    [{ credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }, 'auth: region is missing beside credentials.'],
  ])('not of the auth %j', (given, sentence) => {
    expect(() => create({ url, auth: given })).toThrow(TypeError);
    expect(() => create({ url, auth: given })).toThrow(sentence);
    expect(() => create({ url, auth: given })).not.toThrow('secret');
  });

  it('and what a function gives is looked at when it is asked', async () => {
    const api = await startFakeApi(() => ({ body: '' }));
    const client = create({ url: api.url, auth: async () => ({ token: '' }) });
    await expect(client.models()).rejects.toThrow(new TypeError('what the function auth gave: token is empty.'));
    expect(api.requests).toEqual([]);
  });

  it.each([auth, { token: 't' }, { credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, region: 'r' }, () => auth])(
    'of %j',
    (given) => expect(create({ url, auth: given })).toHaveProperty('generateCode'),
  );
});
