import { describe, expect, it } from 'vitest';
import type { ResolverInput } from '../../../../../infra/local/appsync/resolving/field-resolver.ts';
import { shelfSchema as sdl } from '../../../../support/hosts/shelf-schema.ts';
import { createSmallApi, failing, iamCaller, keyCaller } from '../../../../support/hosts/small-api.ts';

const at = (column: number, line = 1) => [{ line, column, sourceName: null }];

describe('a query that is run', () => {
  it('answers with aliases, fragments and @include as asked', async () => {
    const api = createSmallApi(sdl, {
      'Query.shelf': () => ({ id: '1', title: 'Top', book: { title: 'B', pages: 3 } }),
    });
    const query = `query($no: Boolean!) {
      first: shelf(id: 1) { ...S  heading: title  ... on Shelf { book { pages } } id @include(if: $no) kind @skip(if: true) __typename }
    } fragment S on Shelf { book { title } }`;
    expect(await api.ask(query, { variables: { no: false } })).toEqual({
      data: { first: { book: { title: 'B', pages: 3 }, heading: 'Top', __typename: 'Shelf' } },
    });
  });

  it('hands everything the parent gave to its fields, also what the schema does not know', async () => {
    const api = createSmallApi(sdl, {
      'Query.shelf': () => ({ id: '1', hiddenCount: 21 }),
      'Shelf.doubled': ({ source }) => `${(source as { hiddenCount: number }).hiddenCount * 2}`,
    });
    expect(await api.ask('{ shelf(id: 1) { doubled } }')).toEqual({ data: { shelf: { doubled: '42' } } });
  });

  it('tells a resolver its arguments, source, headers and selection', async () => {
    const seen: ResolverInput[] = [];
    const api = createSmallApi(sdl, { 'Query.shelf': (input) => void seen.push(input) });
    await api.ask(
      'query($kind: Kind) { s: shelf(id: 1, kind: $kind) { ...F } } fragment F on Shelf { b: book { title } }',
      {
        headers: { 'x-mine': 'yes' },
      },
    );
    expect(seen).toEqual([
      {
        args: { id: '1', kind: null },
        source: null,
        identity: null,
        authType: 'API Key Authorization',
        request: { headers: { 'x-mine': 'yes' }, domainName: null },
        info: {
          fieldName: 'shelf',
          parentTypeName: 'Query',
          variables: {},
          selectionSetList: ['b', 'b/title'],
          selectionSetGraphQL: '{\n  ...F\n}',
        },
      },
    ]);
  });

  it('keeps cookies from resolvers, of requests and of subscriptions', async () => {
    const seen: unknown[] = [];
    const see = ({ request }: ResolverInput) => void seen.push(request.headers);
    const api = createSmallApi(sdl, { 'Query.shelf': see, 'Subscription.onPut': see });
    const headers = { cookie: 'session=secret', 'x-mine': 'yes' };
    await api.ask('{ shelf(id: 1) { id } }', { headers });
    await api.subscribe({ query: 'subscription { onPut { id } }', caller: keyCaller, headers, domainName: null });
    expect(seen).toEqual([{ 'x-mine': 'yes' }, { 'x-mine': 'yes' }]);
  });

  it('leaves an argument absent that was not written', async () => {
    const seen: unknown[] = [];
    const api = createSmallApi(sdl, { 'Query.shelf': ({ args }) => void seen.push(args) });
    await api.ask('{ shelf(id: 1) { id } }');
    expect(seen).toEqual([{ id: '1' }]);
  });

  it('leaves the siblings of a field that failed', async () => {
    const api = createSmallApi(sdl, {
      'Query.shelf': () => failing('no such shelf', 'NotFound'),
      'Query.other': () => ({ id: '2' }),
    });
    expect(await api.ask('{\n  one: shelf(id: 1) { id }\n  other { id }\n}')).toEqual({
      data: { one: null, other: { id: '2' } },
      errors: [
        {
          path: ['one'],
          data: null,
          errorType: 'NotFound',
          errorInfo: null,
          locations: at(3, 2),
          message: 'no such shelf',
        },
      ],
    });
  });

  it('keeps the value of a field that only appended an error', async () => {
    const api = createSmallApi(sdl, { 'Query.shelf': () => failing('half', 'Half', { id: '1' }) });
    expect(await api.ask('{ shelf(id: 1) { id } }')).toMatchObject({
      data: { shelf: { id: '1' } },
      errors: [{ message: 'half', path: ['shelf'] }],
    });
  });

  it('lets a null where there may be none become its parent’s, and says where', async () => {
    const api = createSmallApi(sdl, {
      'Query.shelf': () => ({ id: '1', book: { title: 'B' }, books: [{ title: 'A', pages: 1 }, { title: 'B' }] }),
    });
    expect(await api.ask('{ shelf(id: 1) { id book { title pages } } }')).toEqual({
      data: { shelf: { id: '1', book: null } },
      errors: [
        {
          path: ['shelf', 'book', 'pages'],
          locations: null,
          message: "Cannot return null for non-nullable type: 'Int' within parent 'Book' (/shelf/book/pages)",
        },
      ],
    });
    expect(await api.ask('{ shelf(id: 1) { id books { pages } } }')).toEqual({
      data: { shelf: { id: '1', books: null } },
      errors: [
        {
          path: ['shelf', 'books', 1, 'pages'],
          locations: null,
          message: "Cannot return null for non-nullable type: 'Int' within parent 'Book' (/shelf/books[1]/pages)",
        },
      ],
    });
  });

  it('names every sibling that may not be null', async () => {
    const api = createSmallApi(sdl, { 'Query.shelf': () => ({ id: '1', book: {} }) });
    const { data, errors } = await api.ask('{ shelf(id: 1) { book { title pages } } }');
    expect(data).toEqual({ shelf: { book: null } });
    expect(errors).toMatchObject([{ path: ['shelf', 'book', 'title'] }, { path: ['shelf', 'book', 'pages'] }]);
  });

  it('says a failed field only once when it may not be null', async () => {
    const api = createSmallApi(sdl, { 'Query.size': () => failing('no size', 'Broken') });
    const { data, errors } = await api.ask('{ size }');
    expect(data).toBe(null);
    expect(errors).toMatchObject([{ message: 'no size', errorType: 'Broken' }]);
  });

  it('says what cannot be written as its type', async () => {
    const api = createSmallApi(sdl, { 'Query.when': () => 'yesterday', 'Query.list': () => ({}) });
    expect(await api.ask('{ when list { id } }')).toEqual({
      data: { when: null, list: null },
      errors: [
        {
          path: ['when'],
          locations: null,
          message: "Can't serialize value (/when) : Unable to serialize `yesterday` as a valid DateTime Object.",
        },
        {
          path: ['list'],
          locations: null,
          message: "Can't resolve value (/list) : type mismatch error, expected type LIST, got OBJECT",
        },
      ],
    });
  });

  it('stops at the depth limit and gives the rest', async () => {
    const deep: Record<string, unknown> = { id: '1' };
    deep['next'] = deep;
    const api = createSmallApi(sdl, { 'Query.shelf': () => deep }, { depthLimit: 3 });
    const { data, errors } = await api.ask('{ shelf(id: 1) { id next { title next { title } } } }');
    expect(data).toEqual({ shelf: { id: '1', next: { title: null, next: { title: null } } } });
    expect(errors).toMatchObject([{ path: ['shelf', 'next', 'next', 'title'], errorType: 'QueryDepthLimitReached' }]);
  });

  it('parses JSON for the resolver, and writes it as text', async () => {
    const seen: unknown[] = [];
    const api = createSmallApi('type Query @aws_api_key { json(in: AWSJSON): AWSJSON }', {
      'Query.json': ({ args }) => {
        seen.push(args['in']);
        return args['in'];
      },
    });
    expect(await api.ask('{ json(in: "{\\"a\\": [1]}") }')).toEqual({ data: { json: '{"a":[1]}' } });
    expect(seen).toEqual([{ a: [1] }]);
  });
});

describe('who may read a field', () => {
  const api = createSmallApi(sdl, {
    'Query.shelf': () => ({ id: '1', title: 'T', hidden: 'h', book: { title: 'B', hidden: 'h', needed: 'n' } }),
    'Query.secret': () => 'told',
    'Query.secretOfBackend': () => 'told',
    'Query.ofUsers': () => 'told',
    'Query.ofAdmins': () => 'told',
    'Query.plain': () => ({ name: 'n' }),
  });
  const user = (groups: string[] | null) =>
    ({ mode: 'AMAZON_COGNITO_USER_POOLS', identity: { sub: 'me', groups } }) as const;

  it('is told in AppSync’s words, and the resolver of the field does not run', async () => {
    let ran = 0;
    const counting = createSmallApi(sdl, { 'Query.secret': () => (ran += 1), 'Query.size': () => 4 });
    expect(await counting.ask('{\n  secret\n  size\n}')).toEqual({
      data: { secret: null, size: 4 },
      errors: [
        {
          path: ['secret'],
          data: null,
          errorType: 'Unauthorized',
          errorInfo: null,
          locations: at(3, 2),
          message: 'Not Authorized to access secret on type Query',
        },
      ],
    });
    expect(ran).toBe(0);
  });

  it.each([
    ['the key, a field for it', keyCaller, '{ shelf(id: 1) { title } }', null],
    ['the key, a nested field for IAM', keyCaller, '{ shelf(id: 1) { hidden } }', 'hidden on type Shelf'],
    ['the key, a deeper one', keyCaller, '{ shelf(id: 1) { book { hidden } } }', 'hidden on type Book'],
    ['the key, a type without directives', keyCaller, '{ plain { name } }', null],
    ['IAM, a type without directives', iamCaller('any'), '{ plain { name } }', 'name on type Untold'],
    ['IAM, a field its policy leaves out', iamCaller('any'), '{ secretOfBackend }', 'secretOfBackend on type Query'],
    ['a user, a field for users', user(null), '{ ofUsers }', null],
    ['a user, a type for others', user(null), '{ shelf(id: 1) { book { pages } } }', 'pages on type Book'],
    ['a user in no group', user(null), '{ ofAdmins }', 'ofAdmins on type Query'],
    ['a user in another group', user(['readers']), '{ ofAdmins }', 'ofAdmins on type Query'],
    ['a user in the group', user(['readers', 'admins']), '{ ofAdmins }', null],
  ])('%s', async (_what, caller, query, denied) => {
    const { errors = [] } = await api.ask(query, { caller });
    const words = errors.map((error) => (error as { message: string }).message);
    const unauthorized = words.filter((message) => message.startsWith('Not Authorized'));
    expect(unauthorized).toEqual(denied === null ? [] : [`Not Authorized to access ${denied}`]);
  });

  it('lets a denied field that may not be null take its parent with it', async () => {
    expect(await api.ask('{ shelf(id: 1) { id book { title needed } } }')).toMatchObject({
      data: { shelf: { id: '1', book: null } },
      errors: [{ message: 'Not Authorized to access needed on type Book' }],
    });
  });
});
