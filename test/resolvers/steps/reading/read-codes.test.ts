import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DynamodbOperations } from '../../../../infra/local/dynamodb/dynamodb-calls.ts';
import { listedCodes } from '../../../../schema/limits/request-limits.ts';
import { snippetLimits } from '../../../../schema/limits/snippet-limits.ts';
import type { ResolverStage } from '../../../support/hosts/resolver-stage.ts';
import { openResolverStage } from '../../../support/hosts/resolver-stage.ts';
import { runtimeNames, runtimes } from '../../../support/hosts/runtimes.ts';

interface Listed {
  readonly snippets: { readonly items: readonly Record<string, unknown>[] };
}
type Batch = DynamodbOperations['BatchGetItem'];

describe.each(runtimeNames)('the codes of a list, in the %s runtime', (runtime) => {
  let stage: ResolverStage;
  beforeEach(async () => {
    stage = await openResolverStage(runtimes[runtime]);
  });
  afterEach(() => stage.snippets.close());

  /** The operations on the table from now on; a batch goes through `batch`, which may change what is there and what comes. */
  const watchTable = (batch: (input: Batch['in'], answer: () => Promise<Batch['out']>) => Promise<Batch['out']>) => {
    const { dynamodb } = stage.snippets;
    const call = dynamodb.call.bind(dynamodb);
    const batches: Batch['in'][] = [];
    const spy = vi.spyOn(dynamodb, 'call').mockImplementation(((name: keyof DynamodbOperations, input: never) => {
      if (name !== 'BatchGetItem') return call(name, input);
      batches.push(input);
      return batch(input, () => call(name, input));
    }) as typeof call);
    return {
      count: (name: string) => spy.mock.calls.filter(([called]) => called === name).length,
      batches,
      /** The keys that each batch asked for. */
      asked: () =>
        batches.map(({ RequestItems = {} }) => Object.values(RequestItems).flatMap(({ Keys }) => Keys ?? [])),
    };
  };
  const watch = () => watchTable((_input, answer) => answer());
  const list = async (query: string): Promise<Listed['snippets']['items']> => {
    const { data, message } = await stage.ask<Listed>(query);
    expect(message).toBeNull();
    return data?.snippets.items ?? [];
  };
  const seed = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, at) => stage.seed({ parts: ['code ', `${at}`], sequence: 2 })));
  const codes = (items: readonly Record<string, unknown>[]) => items.map(({ code }) => code).sort();

  it('are read in one call, and only what they are made of', async () => {
    await seed(3);
    const table = watch();
    const items = await list('{ snippets { items { id code sequence } } }');
    expect(codes(items)).toEqual(['code 0', 'code 1', 'code 2']);
    expect(items.map(({ sequence }) => sequence)).toEqual([2, 2, 2]);
    expect([table.count('Query'), table.count('BatchGetItem'), table.count('GetItem')]).toEqual([1, 1, 0]);
    const [asked] = Object.values(table.batches[0]?.RequestItems ?? {});
    const names = Object.values(asked?.ExpressionAttributeNames ?? {});
    expect([names.sort(), asked?.ConsistentRead]).toEqual([['createdAt', 'id', 'owner', 'parts', 'sequence'], true]);
  });

  it.each([
    ['no field asks for them', '{ snippets { items { id status } nextToken } }'],
    ['a field of the same name elsewhere does', '{ snippets { items { id failure { code } parent { code } } } }'],
  ])('are not read when %s', async (_why, query) => {
    await seed(3);
    const table = watch();
    expect(await list(query)).toHaveLength(3);
    expect([table.count('BatchGetItem'), table.count('GetItem')]).toEqual([0, 0]);
  });

  it('are not read of an empty list', async () => {
    const table = watch();
    expect(await list('{ snippets { items { code } } }')).toEqual([]);
    expect([table.count('Query'), table.count('BatchGetItem')]).toEqual([1, 0]);
  });

  it.each([
    ['in a fragment', 'query { snippets { ...p } } fragment p on SnippetPage { items { ... on Snippet { code } } }', 1],
    ['of a list under an alias', 'query { snippets: snippets(language: PYTHON) { items { code } } }', 1],
    ['twice', '{ snippets { items { code text: code } } }', 1],
    ['under an alias, each on its own', '{ snippets { items { text: code } } }', 0],
  ])('are told %s', async (_how, query, batches) => {
    await seed(2);
    const table = watch();
    const items = await list(query);
    expect(items.map(({ code, text }) => text ?? code).sort()).toEqual(['code 0', 'code 1']);
    expect([table.count('BatchGetItem'), table.count('GetItem')]).toEqual([batches, batches === 1 ? 0 : 2]);
  });

  it('are read in one call for the sequences alone', async () => {
    await seed(2);
    const table = watch();
    expect(await list('{ snippets { items { sequence } } }')).toEqual([{ sequence: 2 }, { sequence: 2 }]);
    expect([table.count('BatchGetItem'), table.count('GetItem')]).toEqual([1, 0]);
  });

  it('that DynamoDB did not get to are read one by one', async () => {
    await seed(3);
    const table = watchTable(async ({ RequestItems = {} }, answer) => {
      const { Responses = {} } = await answer();
      const [[name, asked] = ['', undefined]] = Object.entries(RequestItems);
      const [first, ...left] = asked?.Keys ?? [];
      const read = Responses[name]?.filter(({ id }) => id?.S === first?.['id']?.S) ?? [];
      return { Responses: { [name]: read }, UnprocessedKeys: { [name]: { Keys: left } } };
    });
    expect(codes(await list('{ snippets { items { code } } }'))).toEqual(['code 0', 'code 1', 'code 2']);
    expect([table.count('BatchGetItem'), table.count('GetItem')]).toEqual([1, 2]);
  });

  it('are read one by one when the call fails', async () => {
    await seed(3);
    const table = watch();
    stage.failing.add('steps/read-codes');
    expect(codes(await list('{ snippets { items { code } } }'))).toEqual(['code 0', 'code 1', 'code 2']);
    expect(table.count('GetItem')).toBe(3);
  });

  it('are read together up to 3 MB, counted by their sizes, and beyond that one by one', async () => {
    const large = 'x'.repeat(snippetLimits.codeBytes);
    const most = Math.floor(listedCodes.readBytes / large.length);
    await Promise.all(Array.from({ length: most + 2 }, () => stage.seed({ parts: [large], codeBytes: large.length })));
    let unprocessed = 0;
    const table = watchTable(async (_input, answer) => {
      const read = await answer();
      // The embedded DynamoDB answers with less at once than the 16 MB of DynamoDB.
      unprocessed = Object.values(read.UnprocessedKeys ?? {}).flatMap(({ Keys }) => Keys ?? []).length;
      return read;
    });
    const items = await list('{ snippets(limit: 100) { items { code } } }');
    expect(items.map(({ code }) => code === large)).toEqual(items.map(() => true));
    expect(items).toHaveLength(most + 2);
    expect(table.asked().map((keys) => keys.length)).toEqual([most]);
    expect(table.count('GetItem')).toBe(2 + unprocessed);
  });

  it('are all read together where they are known to be small, and counted as the largest where they are not', async () => {
    const most = Math.floor(listedCodes.readBytes / snippetLimits.codeBytes);
    await seed(most + 3);
    const first = watch();
    expect(await list('{ snippets(limit: 100) { items { code } } }')).toHaveLength(most + 3);
    expect(first.asked().map((keys) => keys.length)).toEqual([most]);
    vi.restoreAllMocks();
    const now = stage.clock.now + 60_000;
    const later = { createdAt: new Date(now).toISOString(), codeBytes: 6, parts: ['code 9'] };
    await Promise.all(Array.from({ length: 100 }, () => stage.seed(later)));
    const second = watch();
    expect(await list('{ snippets(limit: 100) { items { code } } }')).toHaveLength(100);
    expect([second.asked().map((keys) => keys.length), second.count('GetItem')]).toEqual([[100], 0]);
  });

  it('are null of a snippet that was deleted in between', async () => {
    const [gone = ''] = await seed(2);
    const { dynamodb, name: TableName } = stage.snippets;
    watchTable(async (_input, answer) => {
      await dynamodb.call('DeleteItem', { TableName, Key: { id: { S: gone } } });
      return answer();
    });
    const items = await list('{ snippets { items { id code sequence } } }');
    expect(items.find(({ id }) => id === gone)).toEqual({ id: gone, code: null, sequence: 0 });
    expect(items.find(({ id }) => id !== gone)).toMatchObject({ code: 'code 1', sequence: 2 });
  });

  const anew = { owner: 'eve', ownerLanguage: 'eve#PYTHON', parts: ['a secret'], sequence: 7 };

  it.each([
    ['together', 'code sequence'],
    ['one by one', 'text: code number: sequence'],
  ])("are never another owner's who took the id of a deleted snippet, read %s", async (_how, fields) => {
    const [id = ''] = await seed(1);
    const { dynamodb } = stage.snippets;
    const call = dynamodb.call.bind(dynamodb);
    vi.spyOn(dynamodb, 'call').mockImplementation((async (name: keyof DynamodbOperations, input: never) => {
      const answer = await call(name, input);
      // The index still tells of the old one.
      if (name === 'Query') await stage.snippets.put({ id, ...anew, createdAt: '2026-11-25T00:00:00.000Z' });
      return answer;
    }) as typeof call);
    const [item] = await list(`{ snippets { items { id ${fields} } } }`);
    expect(Object.values(item ?? {})).toEqual([id, null, 0]);
  });

  it('of refinements are read in one call for each snippet', async () => {
    const [parentId = ''] = await seed(1);
    await Promise.all(['a', 'b'].map((part) => stage.seed({ parentId, parts: [part] })));
    const table = watch();
    const { data } = await stage.ask<{ snippet: { refinements: Listed['snippets'] } }>(
      'query($id: ID!) { snippet(id: $id) { refinements { items { code } } } }',
      { id: parentId },
    );
    expect(codes(data?.snippet.refinements.items ?? [])).toEqual(['a', 'b']);
    expect([table.count('BatchGetItem'), table.count('GetItem')]).toEqual([1, 1]);
  });
});

describe.each(runtimeNames)('the id of a deleted parent that somebody else took, in the %s runtime', (runtime) => {
  let stage: ResolverStage;
  let parentId: string;
  let child: string;
  beforeEach(async () => {
    stage = await openResolverStage(runtimes[runtime]);
    parentId = await stage.seed({ owner: 'eve', ownerLanguage: 'eve#PYTHON', parts: ['a secret'] });
    child = await stage.seed({ parentId, status: 'PENDING', attempts: 0, parts: [], sequence: 0 });
  });
  afterEach(() => stage.snippets.close());
  const eve = { mode: 'AMAZON_COGNITO_USER_POOLS', identity: { sub: 'eve', username: 'eve', claims: {} } } as const;

  it('does not make their snippet the parent', async () => {
    const { data } = await stage.ask('query($id: ID!) { snippet(id: $id) { id parent { id code } } }', { id: child });
    expect(data).toEqual({ snippet: { id: child, parent: null } });
  });

  it('does not show them the refinements of the old one', async () => {
    const mine = await stage.seed({ owner: 'eve', ownerLanguage: 'eve#PYTHON', parentId });
    const query = 'query($id: ID!) { snippet(id: $id) { refinements { items { id } } } }';
    const { data } = await stage.ask(query, { id: parentId }, eve);
    expect(data).toEqual({ snippet: { refinements: { items: [{ id: mine }] } } });
  });

  it('does not give their code to the model', async () => {
    const { data } = await stage.call('startSnippet', { id: child, attempt: randomUUID() });
    expect(data).toMatchObject({ claim: 'CLAIMED', parentId, parentCode: null });
  });
});
