import { describe, expect, it } from 'vitest';
import type { ResolverInput } from '../infra/local/appsync/resolve.ts';
import { answerOf, createSmallApi, failing, iamCaller, keyCaller } from './support/small-api.ts';

const sdl = `
  enum Kind { RED BLUE }
  input Choice { phone: AWSPhone, size: Int!, kind: Kind }
  type Query @aws_api_key @aws_iam @aws_cognito_user_pools {
    shelf(id: ID!, kind: Kind, json: AWSJSON, size: Int, choice: Choice): Shelf
    other: Shelf
    when: AWSDateTime
    list: [Shelf]
    size: Int!
    secret: String @aws_iam
    secretOfBackend: String @aws_api_key @aws_iam
    ofUsers: String @aws_cognito_user_pools
    ofAdmins: String @aws_cognito_user_pools(cognito_groups: ["admins"])
    plain: Untold
  }
  type Mutation @aws_api_key { put(id: ID!, kind: Kind): Shelf, fail: Shelf }
  type Subscription @aws_api_key @aws_iam {
    onPut(id: ID, kind: Kind): Shelf @aws_subscribe(mutations: ["put", "fail"])
    onSecret: Shelf @aws_iam
    onPlain: Untold
  }
  type Shelf @aws_api_key @aws_iam @aws_cognito_user_pools {
    id: ID!, kind: Kind, title: String, book: Book, books: [Book!], next: Shelf, doubled: String, hidden: String @aws_iam
  }
  type Book @aws_api_key @aws_iam { title: String!, pages: Int!, hidden: String @aws_iam, needed: String! @aws_iam }
  type Untold { name: String }
`;
const at = (column: number, line = 1) => [{ line, column, sourceName: null }];
const refusal = (message: string, column: number) => ({
  data: null,
  errors: [{ path: null, locations: at(column), message }],
});

describe('a query that AppSync does not run', () => {
  const api = createSmallApi(sdl, { 'Query.shelf': () => ({ id: '1' }) });
  it.each([
    [
      'an unknown field',
      '{ badfield }',
      3,
      `Validation error of type FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'`,
    ],
    [
      'an unknown field of a field',
      '{ shelf(id: 1) { book { cover } } }',
      25,
      `Validation error of type FieldUndefined: Field 'cover' in type 'Book' is undefined @ 'shelf/book/cover'`,
    ],
    [
      'an argument left out',
      '{ shelf { id } }',
      3,
      `Validation error of type MissingFieldArgument: Missing field argument id @ 'shelf'`,
    ],
    [
      'an unknown argument',
      '{ shelf(id: 1, colour: 2) { id } }',
      16,
      `Validation error of type UnknownArgument: Unknown field argument colour @ 'shelf'`,
    ],
    [
      'no selection',
      '{ shelf(id: 1) }',
      3,
      `Validation error of type SubSelectionRequired: Sub selection required for type Shelf of field shelf @ 'shelf'`,
    ],
    [
      'an object for JSON',
      '{ shelf(id: 1, json: {a: "b"}) { id } }',
      22,
      `Validation error of type WrongType: argument 'json' with value 'ObjectValue{objectFields=[ObjectField{name='a', value=StringValue{value='b'}}]}' is not a valid 'AWSJSON' @ 'shelf'`,
    ],
    [
      'an unknown enum value',
      '{ shelf(id: 1, kind: GREEN) { id } }',
      22,
      `Validation error of type WrongType: argument 'kind' with value 'EnumValue{name='GREEN'}' is not a valid 'Kind' @ 'shelf'`,
    ],
    [
      'a wrong value within an input',
      '{ shelf(id: 1, choice: {size: 1, phone: "x"}) { id } }',
      41,
      `Validation error of type WrongType: argument 'choice.phone' with value 'StringValue{value='x'}' is not a valid 'AWSPhone' @ 'shelf'`,
    ],
    [
      'an unknown variable',
      '{ shelf(id: $id) { id } }',
      13,
      `Validation error of type UndefinedVariable: Undefined variable id @ 'shelf'`,
    ],
  ])('%s is named with its place', async (_what, query, column, message) => {
    const { status, body } = await answerOf(api, query);
    expect(status).toBe(200);
    expect(body.data).toBe(null);
    expect(body.errors?.[0]).toEqual({ path: null, locations: expect.arrayContaining(at(column)), message });
  });

  it.each([
    [
      'not given',
      'query($id: ID!) { shelf(id: $id) { id } }',
      {},
      `Variable 'id' has coerced Null value for NonNull type 'ID!'`,
    ],
    [
      'null',
      'query($id: ID!) { shelf(id: $id) { id } }',
      { id: null },
      `Variable 'id' has coerced Null value for NonNull type 'ID!'`,
    ],
    [
      'no number where one is needed, within an input',
      'query($c: Choice) { shelf(id: 1, choice: $c) { id } }',
      { c: {} },
      `Variable 'size' has coerced Null value for NonNull type 'Int!'`,
    ],
    [
      'no phone number',
      'query($c: Choice) { shelf(id: 1, choice: $c) { id } }',
      { c: { size: 1, phone: 'abc' } },
      "Variable 'phone' has an invalid value. Unable to parse `abc` as a valid phone number.",
    ],
    [
      'no value of the enum',
      'query($k: Kind) { shelf(id: 1, kind: $k) { id } }',
      { k: 'GREEN' },
      `Variable 'k' has an invalid value. Invalid input for Enum 'Kind'. No value found for name 'GREEN'`,
    ],
  ])('a variable that is %s', async (_what, query, variables, message) => {
    expect(await answerOf(api, query, { variables })).toEqual({ status: 200, body: refusal(message, 7) });
  });

  it.each(['', '{', 'query {', '{ size }}'])('%j cannot be parsed', async (query) => {
    expect(await answerOf(api, query)).toEqual({
      status: 400,
      body: { errors: [{ errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' }] },
    });
  });

  it('more than 15,000 tokens are too many', async () => {
    const { status, body } = await answerOf(api, `{${' size'.repeat(15_001)} }`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ message: 'Maximum char length exceeded' }]);
  });

  it('a subscription over HTTP', async () => {
    expect(await answerOf(api, 'subscription { onPut { id } }')).toEqual({
      status: 400,
      body: { errors: [{ errorType: 'BadRequestException', message: 'Subscriptions over MQTT is not supported.' }] },
    });
  });

  it('runs the operation that is named, and none when it must guess', async () => {
    const two = 'query A { a: shelf(id: 1) { id } } query B { b: shelf(id: 1) { id } }';
    expect(await api.ask(two, { operationName: 'B' })).toEqual({ data: { b: { id: '1' } } });
    expect(await api.ask(two)).toMatchObject({
      data: null,
      errors: [{ message: 'Must provide operation name if query contains multiple operations.' }],
    });
  });
});

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
    const api = createSmallApi(sdl, { 'Query.shelf': () => deep }, 3);
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

describe('what a mutation pushes', () => {
  it('has the names of the schema, and only what the mutation selected', async () => {
    const api = createSmallApi(sdl, {
      'Mutation.put': () => ({ id: '1', title: 'T', kind: 'RED', book: { title: 'B', pages: 1 } }),
    });
    const answer = await api.ask(
      'mutation { mine: put(id: 1) { key: id ...F } } fragment F on Shelf { b: book { t: title } }',
    );
    expect(answer).toEqual({ data: { mine: { key: '1', b: { t: 'B' } } } });
    expect(api.published).toEqual([{ field: 'onPut', value: { id: '1', book: { title: 'B' } } }]);
  });

  it('is nothing when the field failed', async () => {
    const api = createSmallApi(sdl, { 'Mutation.fail': () => failing('no'), 'Mutation.put': () => ({ id: '1' }) });
    await api.ask('mutation { fail { id } put(id: 1) { id } }');
    expect(api.published).toEqual([{ field: 'onPut', value: { id: '1' } }]);
  });
});

describe('a subscription', () => {
  const ask = (query: string, answers = {}, request = {}) =>
    createSmallApi(sdl, answers).subscribe({ query, caller: keyCaller, headers: {}, domainName: null, ...request });

  it('shows a subscriber its own selection, with null for what was not published', async () => {
    const result = await ask('subscription { mine: onPut { __typename key: id title book { pages } } }');
    if (!result.ok) throw new Error('It was refused.');
    expect(result.subscription.render({ id: '1', kind: 'RED' })).toEqual({
      data: { mine: { __typename: 'Shelf', key: '1', title: null, book: null } },
    });
  });

  it('says which nulls may not be, all of them', async () => {
    const result = await ask('subscription { onPut { id book { title pages } } }');
    if (!result.ok) throw new Error('It was refused.');
    const words = (type: string, field: string) =>
      `Cannot return null for non-nullable type: '${type}' within parent 'Book' (/onPut/book/${field})`;
    expect(result.subscription.render({ id: '1', book: {} })).toEqual({
      data: { onPut: { id: '1', book: null } },
      errors: [
        { message: words('String', 'title'), path: ['onPut', 'book', 'title'] },
        { message: words('Int', 'pages'), path: ['onPut', 'book', 'pages'] },
      ],
    });
    expect(result.subscription.render({ kind: 'RED' })).toEqual({
      data: { onPut: null },
      errors: [
        {
          message: "Cannot return null for non-nullable type: 'ID' within parent 'Shelf' (/onPut/id)",
          path: ['onPut', 'id'],
        },
      ],
    });
  });

  it('takes an argument with a variable that was not given as null', async () => {
    const result = await ask('subscription($k: Kind) { onPut(kind: $k) { id } }');
    expect(result).toMatchObject({ ok: true, subscription: { args: { kind: null }, filter: null } });
  });

  it.each([
    [
      'a field for others',
      'subscription { onSecret { id } }',
      { errorType: 'Unauthorized', message: 'Not Authorized to access onSecret on type Subscription' },
    ],
    [
      'a nested field for others',
      'subscription { onPut { hidden } }',
      { errorType: 'Unauthorized', message: 'Not Authorized to access hidden on type Shelf' },
    ],
    [
      'a deep field for others',
      'subscription { onPut { next { book { hidden } } } }',
      { errorType: 'Unauthorized', message: 'Not Authorized to access hidden on type Book' },
    ],
    [
      'a query',
      '{ size }',
      { errorType: 'UnsupportedOperation', message: 'query not supported through the realtime channel' },
    ],
    [
      'a mutation',
      'mutation { fail { id } }',
      { errorType: 'UnsupportedOperation', message: 'mutation not supported through the realtime channel' },
    ],
    [
      'an unknown field',
      'subscription { onPut { cover } }',
      {
        message: "Validation error of type FieldUndefined: Field 'cover' in type 'Shelf' is undefined @ 'onPut/cover'",
      },
    ],
    [
      'a missing variable',
      'subscription($id: ID!) { onPut(id: $id) { id } }',
      { message: "Variable 'id' has coerced Null value for NonNull type 'ID!'" },
    ],
  ])('is refused: %s', async (_what, query, error) => {
    expect(await ask(query)).toMatchObject({ ok: false, errors: [error] });
  });

  it('is refused by its resolver', async () => {
    const answers = { 'Subscription.onPut': () => failing('id is wrong', 'InvalidInput') };
    expect(await ask('subscription { onPut { id } }', answers)).toEqual({
      ok: false,
      errors: [{ errorType: 'InvalidInput', message: 'id is wrong' }],
    });
  });
});
