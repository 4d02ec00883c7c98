import fc from 'fast-check';
import type { DocumentNode, FragmentDefinitionNode } from 'graphql';
import { getOperationAST, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readQueryRequest, readQueryString } from '../../../../../infra/local/appsync/execution/query-request.ts';
import { prepareSubscription } from '../../../../../infra/local/appsync/realtime/subscribe.ts';
import { executionLimits } from '../../../../../infra/local/appsync/execution/execution-limits.ts';
import { answerOf, createSmallApi, keyCaller } from '../../../../support/hosts/small-api.ts';
import { schemaText } from '../../../../support/hosts/schema-texts.ts';
import { hostileQuery, series } from '../../../../support/hostile/hostile-query.ts';

const MOST_CPU_MS = 3_000;
const LARGEST_ANSWER = 60_000_000;
const MOST_LOOKS = 100;

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

describe('a query that is meant to cost', () => {
  const snippet = { id: '1', instruction: 'x'.repeat(100), status: 'COMPLETED', failure: { message: 'm' } };
  const page = { items: Array.from({ length: 100 }, () => snippet) };
  let resolved = 0;
  const counted = (value: unknown) => () => {
    resolved += 1;
    return value;
  };
  const api = createSmallApi(schemaText, {
    'Query.snippets': counted(page),
    'Query.snippet': counted(snippet),
    'Mutation.cancelSnippet': counted(snippet),
    'Snippet.parent': counted(snippet),
    'Snippet.refinements': counted(page),
    'Snippet.code': counted('x'.repeat(1_000)),
    'Snippet.downloadUrl': counted('https://snippets.test/file'),
  });

  const spentMs = async (work: () => Promise<unknown>): Promise<number> => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };

  it('is answered within bounds, 200 of them', async () => {
    await fc.assert(
      fc.asyncProperty(hostileQuery, async (query) => {
        resolved = 0;
        const cpu = await spentMs(async () => {
          const { status, body } = await answerOf(api, query);

          expect([200, 400]).toContain(status);
          expect(JSON.stringify(body).length).toBeLessThan(LARGEST_ANSWER);
          const subscribed = await api.subscribe({ query, caller: keyCaller, headers: {}, domainName: null });
          if (subscribed.ok) subscribed.subscription.render(snippet);
        });
        expect(resolved).toBeLessThanOrEqual(executionLimits.resolvers);
        expect(cpu).toBeLessThan(MOST_CPU_MS);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  }, 300_000);

  const doubled = (spread: string) =>
    series(25, (n) => `fragment F${n} on Snippet { ${n < 24 ? spread.replaceAll('F', `F${n + 1}`) : 'id'} }`);
  const chains: Record<string, string> = {
    'fragments that are spread twice each': doubled('...F ...F'),
    'fragments below two aliases each': doubled('a: parent { ...F } b: parent { ...F }'),
  };

  it.each(Object.keys(chains))('with %s has each of them looked into a few times, not 2^25 times', async (kind) => {
    const text = `subscription { onSnippetCompleted { ...F0 } } ${chains[kind]}`;
    const document = parse(text);
    const looks = new Map<string, number>();
    const fragments = new Proxy(fragmentsOf(document), {
      get(target, name: string) {
        looks.set(name, (looks.get(name) ?? 0) + 1);
        if ((looks.get(name) ?? 0) > MOST_LOOKS)
          throw new Error(`${name} is looked into more than ${MOST_LOOKS} times.`);
        return target[name];
      },
    });
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation.');
    const request = { query: text, caller: keyCaller, headers: {}, domainName: null };
    const prepared = await prepareSubscription({ request, document, operation, fragments, variables: {} }, api.schema, {
      ...{ typeDefs: [], resolvers: new Map(), principals: () => true, publish: () => undefined },
      ...{ depthLimit: 16, limits: executionLimits },
    });
    expect(looks.size).toBeGreaterThan(8);
    if (prepared.ok) expect(prepared.subscription.render(snippet)?.data).toEqual({ onSnippetCompleted: { id: '1' } });
    else expect(prepared.errors).toMatchObject([{ errorType: 'QueryDepthLimitReached' }]);
  });

  it('with fragments that are spread twice each is described to a resolver, each looked into once', async () => {
    const seen: string[][] = [];
    const describing = createSmallApi(schemaText, {
      'Query.snippet': ({ info }) => void seen.push(info.selectionSetList),
    });
    const query = `{ snippet(id: "1") { ...F0 } } ${chains['fragments that are spread twice each']}`;
    const cpu = await spentMs(() => describing.ask(query));
    expect(seen).toEqual([['id']]);
    expect(cpu).toBeLessThan(1_000);
  });

  it('nests too deep is refused, as text, as JSON and as variables', async () => {
    const deep = (opening: string, closing: string, levels: number) =>
      `${opening.repeat(levels)}id${closing.repeat(levels)}`;
    const nested = (levels: number) => `{ snippet(id: "1") { ${deep('parent {', '}', levels)} } }`;
    expect((await api.ask(nested(98))).errors?.[0]).toMatchObject({ errorType: 'QueryDepthLimitReached' });
    for (const levels of [99, 7_000]) {
      expect(await answerOf(api, nested(levels))).toEqual({
        status: 400,
        body: {
          errors: [
            { errorType: 'MalformedHttpRequestException', message: 'The query nests deeper than 100 brackets.' },
          ],
        },
      });
    }
    expect((await answerOf(api, `{ snippet(id: ${deep('[', ']', 7_000)}) { id } }`)).status).toBe(400);
    const variables = (levels: number) =>
      `{ "query": "\\"[[", "variables": { "a": ${'['.repeat(levels)}${']'.repeat(levels)} } }`;
    expect(readQueryRequest(variables(98))).toMatchObject({ query: '"[[' });
    expect(readQueryRequest(variables(99))).toBe(undefined);
    expect(readQueryString(`query={x}&variables=${'['.repeat(101)}${']'.repeat(101)}`)).toBe(undefined);
  });
});
