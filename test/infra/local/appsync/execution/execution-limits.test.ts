import { once } from 'node:events';
import { request as openRequest } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAuthenticator } from '../../../../../infra/local/appsync/access/authenticate.ts';
import { createGraphQLHandler } from '../../../../../infra/local/appsync/execution/graphql-http.ts';
import { listen } from '../../../../support/hosts/listen.ts';
import { answerOf, createSmallApi, keyCaller } from '../../../../support/hosts/small-api.ts';
import { schemaText } from '../../../../support/hosts/schema-texts.ts';

const page = (length: number) => ({ items: Array.from({ length }, (_, n) => ({ id: `${n}` })) });
const never = () => new Promise(() => undefined);
const aliases = (count: number, text: string) => Array.from({ length: count }, (_, n) => `a${n}: ${text}`).join(' ');

describe('one request', () => {
  it('runs 1,000 resolvers; the others are named, and what the first gave is there', async () => {
    let ran = 0;
    const api = createSmallApi(schemaText, {
      'Query.snippets': () => page(100),
      'Snippet.downloadUrl': () => `https://${(ran += 1)}.test/`,
    });
    const body = await api.ask('{ ' + aliases(11, 'snippets(limit: 100) { items { downloadUrl } }') + ' }');
    expect(ran).toBe(989);
    expect(body.errors).toHaveLength(111);
    expect(body.errors?.[0]).toEqual({
      path: ['a9', 'items', 89, 'downloadUrl'],
      data: null,
      errorType: 'ResolverExecutionLimitReached',
      errorInfo: null,
      locations: [expect.objectContaining({ line: 1 })],
      message: 'Resolver invocation limit reached',
    });
    expect(body.data).toMatchObject({ a0: { items: expect.arrayContaining([{ downloadUrl: 'https://1.test/' }]) } });
  });

  it('counts the resolvers within a mutation too', async () => {
    const api = createSmallApi(schemaText, {
      'Mutation.cancelSnippet': () => ({ id: '1' }),
      'Snippet.refinements': () => page(100),
      'Snippet.downloadUrl': () => 'https://snippets.test/',
    });
    const nested = 'refinements(limit: 100) { items { downloadUrl } }';
    const body = await api.ask(`mutation { cancelSnippet(id: "1") { ${aliases(11, nested)} } }`);
    expect(body.errors?.[0]).toMatchObject({ errorType: 'ResolverExecutionLimitReached' });
  });

  it('answers with 100,000 fields at most', async () => {
    const api = createSmallApi(schemaText, { 'Query.snippets': () => page(100) });
    const fields = (count: number) => `{ ${aliases(10, `snippets { items { ${aliases(count, 'id')} } }`)} }`;
    expect(await api.ask(fields(98))).not.toHaveProperty('errors');
    expect(await api.ask(fields(99))).toEqual({
      data: null,
      errors: [
        {
          path: null,
          locations: null,
          errorType: 'InvalidInput',
          message: 'The answer has more than 100000 fields.',
        },
      ],
    });
  });

  it('answers with the whole schema, but not again and again', async () => {
    const api = createSmallApi(schemaText);
    const all = '__schema { types { fields { name args { name type { name } } } enumValues { name } } }';
    expect(await api.ask(`{ ${all} }`)).not.toHaveProperty('errors');
    expect(await api.ask(`{ ${aliases(300, all)} }`)).toMatchObject({ errors: [{ errorType: 'InvalidInput' }] });
  });

  it('answers with 20 million UTF-16 units of text at most', async () => {
    const api = createSmallApi(schemaText, {
      'Query.snippet': () => ({ id: '1', instruction: 'x'.repeat(1_000_000) }),
    });
    const texts = (count: number) => `{ snippet(id: "1") { ${aliases(count, 'instruction')} } }`;
    expect(await api.ask(texts(20))).not.toHaveProperty('errors');
    expect(await api.ask(texts(21))).toMatchObject({
      data: null,
      errors: [{ errorType: 'InvalidInput', message: 'The answer has more than 20000000 UTF-16 units of text.' }],
    });
  });

  it('ends when its time is over, with what it has, and begins nothing more', async () => {
    const begun: unknown[] = [];
    const answers = {
      'Query.models': () => [],
      'Query.snippet': never,
      'Mutation.cancelSnippet': ({ args }: { args: unknown }) => (begun.push(args), never()),
    };
    const api = createSmallApi(schemaText, answers, { limits: { executionMs: 30 } });
    const timedOut = (path: string) => ({
      ...{ path: [path], data: null, errorType: 'ExecutionTimeout', errorInfo: null },
      ...{ locations: [expect.anything()], message: 'Execution timed out.' },
    });
    expect(await api.ask('{ models { id } snippet(id: "1") { id } }')).toEqual({
      data: { models: [], snippet: null },
      errors: [timedOut('snippet')],
    });
    expect(await api.ask('mutation { a: cancelSnippet(id: "1") { id } b: cancelSnippet(id: "2") { id } }')).toEqual({
      data: { a: null, b: null },
      errors: [timedOut('a'), timedOut('b')],
    });
    expect(begun).toEqual([{ id: '1' }]);
  });

  it('lets a subscription be refused when its resolver takes longer', async () => {
    const api = createSmallApi(
      schemaText,
      { 'Subscription.onSnippetCompleted': never },
      { limits: { executionMs: 30 } },
    );
    const query = 'subscription { onSnippetCompleted { id } }';
    expect(await api.subscribe({ query, caller: keyCaller, headers: {}, domainName: null })).toEqual({
      ok: false,
      errors: [{ errorType: 'ExecutionTimeout', message: 'Execution timed out.' }],
    });
  });

  it('ends with its caller: what has begun is finished and told, nothing more begins', async () => {
    const begun: string[] = [];
    let finish: (value: unknown) => void = () => undefined;
    let seen: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (seen = resolve));
    const api = createSmallApi(
      `type Query @aws_api_key { x: Int }
       type Mutation @aws_api_key { put(id: ID!): Shelf }
       type Subscription @aws_api_key { onPut: Shelf @aws_subscribe(mutations: ["put"]) }
       type Shelf @aws_api_key { id: ID, title: String }`,
      {
        'Mutation.put': ({ args }) => {
          begun.push(String(args['id']));
          seen();
          return new Promise((resolve) => (finish = resolve));
        },
        'Shelf.title': () => 'told',
      },
    );
    const authenticator = createAuthenticator({ apiKey: 'k', credentials: () => undefined, now: () => new Date() });
    const answered: Promise<unknown>[] = [];
    const execute: typeof api.execute = (request) => {
      const answer = api.execute(request);
      answered.push(answer);
      return answer;
    };
    const handler = createGraphQLHandler({
      ...{ api: { ...api, execute }, authenticator, maxBodyBytes: 100_000, newRequestId: () => '1' },
    });
    let left: Promise<unknown> = Promise.resolve();
    const url = await listen((request, response) => {
      left = once(response, 'close');
      void handler(request, response);
    });
    const caller = openRequest(`${url}/graphql`, { method: 'POST', headers: { 'x-api-key': 'k' } });
    caller.on('error', () => undefined);
    onTestFinished(() => void caller.destroy());
    caller.end(JSON.stringify({ query: `mutation { ${aliases(700, 'put(id: 1) { id title }')} }` }));
    await first;
    caller.destroy();
    await left;
    finish({ id: '1' });
    await answered[0];
    expect(begun).toEqual(['1']);
    expect(api.published).toEqual([{ field: 'onPut', value: { id: '1', title: 'told' } }]);
  });
});

describe('a query that was read', () => {
  it('is refused with one sentence when its fields cannot be compared with each other', async () => {
    const api = createSmallApi(schemaText);
    const { body } = await answerOf(api, `{ snippet(id: "1") { ${'id '.repeat(14_000)} } }`);
    expect(body.errors).toEqual([
      {
        path: null,
        locations: [],
        message:
          'The query has too many fields of the same name to compare with each other; ask for each once, or by aliases.',
      },
    ]);
  });
});
