import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DataSource, RequestFault } from '../../../../../infra/local/appsync/sources/data-source.ts';
import { createDynamodbSource } from '../../../../../infra/local/appsync/sources/dynamodb-source.ts';

import type { DynamodbCalls } from '../../../../../infra/local/dynamodb/dynamodb-calls.ts';
import { embeddedCalls } from '../../../../../infra/local/dynamodb/embedded-calls.ts';
import { openEmbeddedDynamodb } from '../../../../../infra/local/dynamodb/embedded-dynamodb.ts';
import { openSdkCalls } from '../../../../../infra/local/dynamodb/sdk-calls.ts';
import { eventually } from '../../../../support/hosts/api.ts';

interface Opened {
  readonly dynamodb: DynamodbCalls;
  close(): Promise<unknown>;
}

const sdkConfig = (port: number) => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});

/** What a source may lead to. */
const kinds: Record<string, (path: string) => Promise<Opened>> = {
  async embedded(path) {
    const embedded = await openEmbeddedDynamodb(path);
    return { dynamodb: embeddedCalls(embedded), close: embedded.close };
  },
  async 'reached by the AWS SDK'(path) {
    const server = dynalite({ path, createTableMs: 0 });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const dynamodb = await openSdkCalls(sdkConfig((server.address() as AddressInfo).port));
    return {
      dynamodb,
      close: () => {
        dynamodb.close();
        return new Promise((closed) => server.close(closed));
      },
    };
  },
};

const table = 'Snippets';

describe.each(Object.entries(kinds))('A DynamoDB that is %s', (_kind, open) => {
  let close: () => Promise<void>;
  let dynamodb: DynamodbCalls;
  let source: DataSource;

  beforeAll(async () => {
    const path = await mkdtemp(join(tmpdir(), 'dynamodb-source-'));
    const opened = await open(path);
    dynamodb = opened.dynamodb;
    close = async () => {
      await opened.close();
      await rm(path, { recursive: true });
    };
    const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
    await dynamodb.call('CreateTable', {
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [text('id'), text('owner'), text('createdAt')],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byOwner',
          KeySchema: [
            { AttributeName: 'owner', KeyType: 'HASH' },
            { AttributeName: 'createdAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status'] },
        },
      ],
    });
    await eventually(
      () => dynamodb.call('DescribeTable', { TableName: table }),
      ({ Table }) => Table?.TableStatus === 'ACTIVE',
    );
    source = sourceOf('Query.snippets');
  });

  afterAll(() => close());

  function sourceOf(resolver: string, tokenSecret = 'secret'): DataSource {
    return createDynamodbSource({ dynamodb, table, resolver, tokenSecret });
  }

  const key = (id: string) => ({ id: { S: id } });

  function put(id: string, attributeValues: Record<string, unknown>, condition?: unknown) {
    return source.invoke({ operation: 'PutItem', key: key(id), attributeValues, condition });
  }

  function get(id: string, more = {}) {
    return source.invoke({ operation: 'GetItem', key: key(id), consistentRead: true, ...more });
  }

  const isNew = { expression: 'attribute_not_exists(#id)', expressionNames: { '#id': 'id' }, expressionValues: {} };

  describe('Values', () => {
    const typed = {
      text: { S: '' },
      whole: { N: 12345 },
      fraction: { N: '-0.5' },
      yes: { BOOL: true },
      nothing: { NULL: null },
      bytes: { B: 'Zm9v' },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: [1, 2.5] },
      blobs: { BS: ['Zm9v'] },
      list: { L: [{ S: 'a' }, { N: 1 }, { L: [] }] },
      map: { M: { inner: { M: { n: { N: 1 } } } } },
    };
    const plain = {
      id: 'values',
      text: '',
      whole: 12345,
      fraction: -0.5,
      yes: true,
      nothing: null,
      bytes: 'Zm9v',
      texts: ['a', 'b'],
      numbers: [1, 2.5],
      blobs: ['Zm9v'],
      list: ['a', 1, []],
      map: { inner: { n: 1 } },
    };

    it('go in typed and come back as plain JSON', async () => {
      expect(await put('values', typed)).toEqual({ result: plain });
      expect(await get('values')).toEqual({ result: plain });
    });

    it('come back as chosen by a projection', async () => {
      const projection = { expression: '#map.#inner', expressionNames: { '#map': 'map', '#inner': 'inner' } };
      expect(await get('values', { projection })).toEqual({ result: { map: { inner: { n: 1 } } } });
    });

    it('are null for an item that is not there', async () => {
      expect(await get('nobody')).toEqual({ result: null });
    });
  });

  describe('A request that is not right', () => {
    it.each([
      [{}, "Value for field '$[operation]' not found."],
      [undefined, "Value for field '$[operation]' not found."],
      [{ operation: 'GetItem' }, "Value for field '$[key]' not found."],
      [{ operation: 'GetItem', key: { id: 'a' } }, "Unsupported element '$[key][id]'."],
      [{ operation: 'PutItem', key: key('a') }, "Value for field '$[attributeValues]' not found."],
      [{ operation: 'UpdateItem', key: key('a') }, "Value for field '$[update]' not found."],
      [{ operation: 'UpdateItem', key: key('a'), update: {} }, "Value for field '$[update][expression]' not found."],
      [{ operation: 'Query' }, "Value for field '$[query]' not found."],
      [
        { operation: 'PutItem', key: key('a'), attributeValues: { list: { L: [{ S: 'a' }, 1] } } },
        "Unsupported element '$[attributeValues][list][L][1]'.",
      ],
      [{ operation: 'BatchPutItem' }, "Unsupported operation 'BatchPutItem' on the local host."],
      [{ operation: 'BatchGetItem', tables: { T: {} } }, "Value for field '$[tables][T][keys]' is no list."],
      [
        {
          operation: 'UpdateItem',
          key: key('a'),
          update: { expression: 'SET #a = :a', expressionNames: { '#a': 'a' }, expressionValues: { ':a': { N: 1 } } },
          condition: { expression: '#a = :a', expressionNames: { '#a': 'a' }, expressionValues: { ':a': { N: 2 } } },
        },
        'The placeholder :a stands for two things in one request.',
      ],
    ])('%j', async (request, message) => {
      await expect(source.invoke(request)).rejects.toThrow(new RequestFault(message));
    });

    it('is refused by DynamoDB where only it can tell, in the words of AppSync', async () => {
      const update = { expression: 'SET #a = :a', expressionNames: { '#a': 'a' } };
      const { result, error } = await source.invoke({ operation: 'UpdateItem', key: key('a'), update });
      expect(result).toBeNull();
      expect(error?.type).toBe('DynamoDB:ValidationException');
      expect(error?.message).toMatch(/:a.* \(Service: DynamoDb, Status Code: 400, Request ID: \w[\w-]+\)$/);
    });
  });

  describe('A condition', () => {
    const status = (value: string, more = {}) => ({ status: { S: value }, ...more });
    const refused = {
      result: null,
      error: {
        type: 'DynamoDB:ConditionalCheckFailedException',
        message: expect.stringMatching(
          /^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: \w[\w-]+\)$/,
        ),
      },
    };

    it('lets a put through once and refuses another item under the key', async () => {
      expect(await put('once', status('PENDING'), isNew)).toEqual({ result: { id: 'once', status: 'PENDING' } });
      expect(await put('once', status('COMPLETED'), isNew)).toEqual(refused);
      expect(await get('once')).toEqual({ result: { id: 'once', status: 'PENDING' } });
    });

    it('takes a put that is stored already for done', async () => {
      await put('same', status('PENDING', { size: { N: 1 } }), isNew);
      expect(await put('same', status('PENDING', { size: { N: '1.0' } }), isNew)).toEqual({
        result: { id: 'same', status: 'PENDING', size: 1 },
      });
    });

    it('does so for all but the attributes to ignore, and answers what is stored', async () => {
      await put('almost', status('PENDING', { at: { N: 1 } }), isNew);
      const condition = { ...isNew, equalsIgnore: ['at'] };
      expect(await put('almost', status('PENDING', { at: { N: 2 } }), condition)).toEqual({
        result: { id: 'almost', status: 'PENDING', at: 1 },
      });
      expect(await put('almost', status('PENDING', { at: { N: 2 } }), isNew)).toEqual(refused);
    });

    it('of an update brings names and values of its own, and is never taken for done', async () => {
      await put('state', status('PENDING', { attempts: { N: 0 } }));
      const request = {
        operation: 'UpdateItem',
        key: key('state'),
        update: {
          expression: 'SET #status = :new, #attempts = #attempts + :one',
          expressionNames: { '#status': 'status', '#attempts': 'attempts' },
          expressionValues: { ':new': { S: 'GENERATING' }, ':one': { N: 1 } },
        },
        condition: {
          expression: '#status = :pending',
          expressionNames: { '#status': 'status' },
          expressionValues: { ':pending': { S: 'PENDING' } },
        },
      };
      expect(await source.invoke(request)).toEqual({ result: { id: 'state', status: 'GENERATING', attempts: 1 } });
      expect(await source.invoke(request)).toEqual(refused);
    });

    it('of a delete holds while the item is there, and is done when it is gone', async () => {
      const remove = (owner: string) =>
        source.invoke({
          operation: 'DeleteItem',
          key: key('mine'),
          condition: {
            expression: '#owner = :me',
            expressionNames: { '#owner': 'owner' },
            expressionValues: { ':me': { S: owner } },
          },
        });
      await put('mine', { owner: { S: 'me' }, createdAt: { S: '2026' } });
      expect(await remove('you')).toEqual(refused);
      expect(await remove('me')).toEqual({ result: { id: 'mine', owner: 'me', createdAt: '2026' } });
      expect(await remove('me')).toEqual({ result: null });
    });

    it('with a handler of its own is not available', async () => {
      await put('custom', status('PENDING'));
      const condition = { ...isNew, conditionalCheckFailedHandler: { strategy: 'Custom', lambdaArn: 'arn' } };
      await expect(put('custom', status('COMPLETED'), condition)).rejects.toThrow(RequestFault);
    });
  });

  describe('Pages', () => {
    const ids = Array.from({ length: 7 }, (_, index) => `page-${index}`);
    const query = (owner: string, more = {}) => ({
      operation: 'Query',
      index: 'byOwner',
      query: {
        expression: '#owner = :owner',
        expressionNames: { '#owner': 'owner' },
        expressionValues: { ':owner': { S: owner } },
      },
      scanIndexForward: false,
      limit: 3,
      ...more,
    });

    async function read(from: DataSource, request: unknown) {
      const { result, error } = await from.invoke(request);
      expect(error).toBeUndefined();
      return result as { items: { id: string }[]; nextToken: string | null; scannedCount: number };
    }

    async function readAll(from: DataSource, request: Record<string, unknown>) {
      const found: string[] = [];
      let nextToken: string | null = null;
      do {
        const page = await read(from, { ...request, nextToken });
        found.push(...page.items.map(({ id }) => id));
        ({ nextToken } = page);
      } while (nextToken !== null);
      return found;
    }

    beforeAll(async () => {
      for (const [index, id] of ids.entries()) {
        const status = index % 2 ? 'COMPLETED' : 'FAILED';
        await put(id, {
          owner: { S: 'pages' },
          createdAt: { S: `2026-11-2${index}` },
          status: { S: status },
          part: { S: 'x' },
        });
      }
      for (const id of ['other-1', 'other-2']) await put(id, { owner: { S: 'other' }, createdAt: { S: '2026-11-20' } });
    });

    it('of an index hold each item once, in order, with the projected attributes', async () => {
      const first = await read(source, query('pages'));
      expect(first).toEqual({
        items: [6, 5, 4].map((index) => ({
          id: `page-${index}`,
          owner: 'pages',
          createdAt: `2026-11-2${index}`,
          status: index % 2 ? 'COMPLETED' : 'FAILED',
        })),
        nextToken: expect.any(String),
        scannedCount: 3,
      });
      expect(await readAll(source, query('pages'))).toEqual([...ids].reverse());
      expect(await readAll(source, query('pages', { scanIndexForward: true }))).toEqual(ids);
    });

    it('count what a filter left out', async () => {
      const filter = {
        expression: '#status = :status',
        expressionNames: { '#status': 'status' },
        expressionValues: { ':status': { S: 'COMPLETED' } },
      };
      const page = await read(source, query('pages', { filter }));
      expect(page).toMatchObject({ items: [{ id: 'page-5' }], scannedCount: 3 });
      expect(await readAll(source, query('pages', { filter }))).toEqual(['page-5', 'page-3', 'page-1']);
    });

    it('hold no more than a projection asks for', async () => {
      const projection = { expression: '#id', expressionNames: { '#id': 'id' } };
      const { items } = await read(source, query('pages', { projection, limit: 1 }));
      expect(items).toEqual([{ id: 'page-6' }]);
    });

    it('of a scan hold the whole table', async () => {
      expect(await readAll(source, { operation: 'Scan', limit: 2 })).toEqual(expect.arrayContaining(ids));
    });

    it('go on from a token after a restart with the same secret', async () => {
      const { nextToken } = await read(source, query('pages'));
      const { items } = await read(sourceOf('Query.snippets'), query('pages', { nextToken }));
      expect(items.map(({ id }) => id)).toEqual(['page-3', 'page-2', 'page-1']);
    });

    it('have tokens that tell nothing and differ each time', async () => {
      const [one, other] = [await read(source, query('pages')), await read(source, query('pages'))];
      expect(one.nextToken).not.toBe(other.nextToken);
      expect(Buffer.from(one.nextToken ?? '', 'base64url').toString('latin1')).not.toContain('pages');
    });

    const invalid = {
      result: null,
      error: {
        type: 'DynamoDB:UserIllegalArgumentException',
        message:
          'com.amazonaws.deepdish.common.pagination.InvalidPaginationTokenException: Invalid pagination token given.',
      },
    };

    it.each([
      ['empty', () => ''],
      ['made up', () => 'abc'],
      ['of another type', () => 5],
      ['cut', (token: string) => token.slice(0, -4)],
      ['changed', (token: string) => token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA')],
      ['lengthened', (token: string) => `${token}=`],
    ])('refuse a token that is %s', async (_, change) => {
      const { nextToken } = await read(source, query('pages'));
      expect(await source.invoke(query('pages', { nextToken: change(nextToken ?? '') }))).toEqual(invalid);
    });

    it('refuse a token of another resolver or of another host', async () => {
      const { nextToken } = await read(source, query('pages'));
      expect(await sourceOf('Query.other').invoke(query('pages', { nextToken }))).toEqual(invalid);
      expect(await sourceOf('Query.snippets', 'other').invoke(query('pages', { nextToken }))).toEqual(invalid);
    });

    it("refuse a token of another owner's list, in DynamoDB's words", async () => {
      const { nextToken } = await read(source, query('pages'));
      const { result, error } = await source.invoke(query('other', { nextToken }));
      expect(result).toBeNull();
      expect(error?.type).toBe('DynamoDB:ValidationException');
      expect(error?.message).toContain(
        'The provided starting key is outside query boundaries based on provided conditions',
      );
    });
  });
});

it('A database that does not answer is a failure of the source', async () => {
  const nobody = await openSdkCalls(sdkConfig(1));
  const unreachable = createDynamodbSource({
    dynamodb: nobody,
    table,
    resolver: 'Query.snippet',
    tokenSecret: 'secret',
  });
  const { result, error } = await unreachable.invoke({ operation: 'GetItem', key: { id: { S: 'a' } } });
  nobody.close();
  expect(result).toBeNull();
  expect(error?.type).toMatch(/^DynamoDB:/);
});
