import { describe, expect, it } from 'vitest';
import { shelfSchema as sdl } from '../../../../support/hosts/shelf-schema.ts';
import { answerOf, createSmallApi } from '../../../../support/hosts/small-api.ts';

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
