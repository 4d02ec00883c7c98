import { describe, expect, it } from 'vitest';
import { unavailableFunctions } from '../../../../../infra/local/appsync/runtime/runtime.ts';
import { evaluate, resolverInput } from '../../../../support/hosts/resolver-call.ts';
import figures from '../../../../support/recorded/appsync-recorded.json' with { type: 'json' };

const moment = Date.parse('2026-11-23T01:45:01.234Z');

async function valueOf(expression: string): Promise<unknown> {
  const { value, errors } = await evaluate(expression, resolverInput(), moment);
  expect(errors).toEqual([]);
  return value;
}

async function faultOf(expression: string): Promise<string> {
  const { value, errors } = await evaluate(expression);
  expect(value).toBeNull();
  expect(errors).toMatchObject([{ errorType: 'Code' }]);
  return errors[0]?.message ?? '';
}

describe('What AWS was seen to answer', () => {
  const recorded: { expression: string; result: Record<string, unknown> }[] = figures.recorded;

  it.each(recorded.filter(({ result }) => !('undefined' in result)))('$expression', async ({ expression, result }) => {
    const value = await valueOf(expression);
    if (!('text' in result)) return expect(value).toEqual(result);
    const printed = typeof value === 'string' ? `"${value}"` : `{\n  "S": "${(value as { S: string }).S}",\n}`;
    expect(printed).toBe(result.text);
  });

  it.each(recorded.filter(({ result }) => 'undefined' in result))(
    'no value for $expression',
    async ({ expression }) => {
      expect(await faultOf(expression)).toContain('is not available on the local host.');
    },
  );
});

describe('The language of resolvers', () => {
  it.each([
    ['text that is no JSON parses to an empty string', `JSON.parse('{')`, ''],
    ['a pattern to replace is a Java regular expression', `'A  b.c'.replaceAll('[^a-z]+', '-')`, '-b-c'],
    ['replace changes the first match only', `'aXbX'.replace('[A-Z]', '')`, 'abX'],
    ['a pattern may be quoted', `'a.b+c'.replaceAll('\\\\Q.\\\\E', '-')`, 'a-b+c'],
    ['sort orders texts', `['b', 'a'].sort()`, ['a', 'b']],
    ['numbers that JSON has not become null', `[0 / 0, 1 / 0]`, [null, null]],
    ['undefined properties are left out', `({ a: undefined, b: 1 })`, { b: 1 }],
  ])('%s', async (_, expression, value) => {
    expect(await valueOf(expression)).toEqual(value);
  });

  it.each([
    ['new Date()', 'ReferenceError: Date is not defined'],
    ['fetch("http://127.0.0.1")', 'ReferenceError: fetch is not defined'],
    ['process.env', 'ReferenceError: process is not defined'],
    ['require("fs")', 'ReferenceError: require is not defined'],
    ['setTimeout(1)', 'ReferenceError: setTimeout is not defined'],
    ['Math.abs(-1)', 'TypeError: Math.abs is not a function'],
    ['Object.fromEntries([])', 'TypeError: Object.fromEntries is not a function'],
    ['"abc".includes("a")', 'TypeError: "abc".includes is not a function'],
    ['[2, 1].sort((a, b) => a - b)', 'TypeError: Array.prototype.sort takes no comparator in APPSYNC_JS.'],
    ['ctx.args.missing.name', "TypeError: Cannot read properties of undefined (reading 'name')"],
    ['"a".replaceAll("a", "$")', 'what AWS answers is not known'],
    ['"a".replaceAll("a++", "b")', 'what AWS answers is not known'],
  ])('%s fails, as it does on AWS', async (expression, message) => {
    expect(await faultOf(expression)).toContain(message);
  });

  it('names the place of a fault in the code as it was given', async () => {
    expect(await faultOf('missing()')).toBe('code.js:4:55: ReferenceError: missing is not defined');
  });
});

describe('util', () => {
  it.each([
    [`util.time.nowISO8601()`, '2026-11-23T01:45:01.234Z'],
    [`util.time.nowEpochSeconds()`, 1795398301],
    [`util.time.nowEpochMilliSeconds()`, moment],
    [`util.time.parseISO8601ToEpochMilliSeconds('2026-11-23T02:45:01.234+01:00')`, moment],
    [`util.time.epochMilliSecondsToSeconds(${moment})`, 1795398301],
    [`util.time.epochMilliSecondsToISO8601(${moment})`, '2026-11-23T01:45:01.234Z'],
    [`util.str.normalize('e\\u0301', 'nfc')`, '\u00e9'],
    [`util.math.roundNum(2.5)`, 3],
    [`[util.math.minVal(1, 2), util.math.maxVal(1, 2), util.math.randomWithinRange(3, 4)]`, [1, 2, 3]],
    [`util.matches('^[0-9a-f]{4}$', '3f9a')`, true],
    [`util.matches('^[0-9a-f]{4}$', '3f9g')`, false],
    [`util.base64Encode('caf\\u00e9')`, 'Y2Fmw6k='],
    [`util.base64Decode('Y2Fmw6k=')`, 'caf\u00e9'],
    [`util.urlEncode("a b*c~d'é")`, 'a+b*c%7Ed%27%C3%A9'],
    [`util.urlDecode('a+b%7E')`, 'a b~'],
    [`util.escapeJavaScript('"/\\n\\u00e9')`, '\\"\\/\\n\\u00E9'],
    [`util.authType()`, 'API Key Authorization'],
    [`util.http.copyHeaders({ Host: 'a', 'x-b': 'c' })`, { 'x-b': 'c' }],
  ])('%s', async (expression, value) => {
    expect(await valueOf(expression)).toEqual(value);
  });

  it.each([
    [`util.autoId()`, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    [`util.autoUlid()`, /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/],
    [`util.autoKsuid()`, /^[0-9A-Za-z]{27}$/],
  ])('%s has its shape', async (expression, shape) => {
    expect(await valueOf(expression)).toMatch(shape);
  });

  it('refuses a pattern that fits a part of the text, for AWS may want the whole', async () => {
    expect(await faultOf(`util.matches('a', 'banana')`)).toContain('anchor it');
  });

  it.each(unavailableFunctions.filter((name) => /^(util|extensions)\./.test(name)))(
    '%s says that it is not here',
    async (name) => {
      expect(await faultOf(`${name}({})`)).toContain(`${name} is not available on the local host.`);
    },
  );

  it.each(unavailableFunctions.filter((name) => !/^(util|extensions|rds)\./.test(name)))(
    '%s of the module for DynamoDB too',
    async (name) => {
      expect(await faultOf(`ddb.${name}({})`)).toContain(`${name} is not available on the local host.`);
    },
  );
});

describe('Filters and requests made from objects', () => {
  it.each([
    [
      'fields of one level all have to hold',
      `util.transform.toSubscriptionFilter({ owner: { eq: 'me' }, language: { in: ['C', 'D'] }, id: { eq: 1 } }, ['id'])`,
      [
        [
          { fieldName: 'owner', operator: 'eq', value: 'me' },
          { fieldName: 'language', operator: 'in', value: ['C', 'D'] },
        ],
      ],
    ],
    [
      'of several operators on a field one has to hold',
      `util.transform.toSubscriptionFilter({ size: { gt: 1, lt: 0 }, or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] })`,
      [
        [gt('size'), eq('a', 1)],
        [gt('size'), eq('b', 2)],
        [{ fieldName: 'size', operator: 'lt', value: 0 }, eq('a', 1)],
        [{ fieldName: 'size', operator: 'lt', value: 0 }, eq('b', 2)],
      ],
    ],
    [
      'of the rules one has to hold in addition',
      `util.transform.toSubscriptionFilter({ a: { eq: 1 } }, [], { b: { eq: 2 }, c: { eq: 3 } })`,
      [
        [eq('a', 1), eq('b', 2)],
        [eq('a', 1), eq('c', 3)],
      ],
    ],
  ])('%s', async (_, expression, groups) => {
    expect(await valueOf(expression)).toEqual({ filterGroup: groups.map((filters) => ({ filters })) });
  });

  it('query and put carry their conditions as expressions', async () => {
    expect(
      await valueOf(`[
        ddb.query({ index: 'byOwner', query: { owner: { eq: 'me' }, createdAt: { between: [1, 2] } }, limit: 5 }),
        ddb.put({ key: { id: 1 }, item: { a: [true, null] }, condition: { or: [{ id: { attributeExists: false } }, { a: { ne: 2 } }] } }),
        ddb.get({ key: { id: 1 }, projection: ['a', 'b.c'] }),
        ddb.update({ key: { id: 1 }, update: { a: 1, b: ddb.operations.remove() } })
      ]`),
    ).toEqual([
      {
        operation: 'Query',
        index: 'byOwner',
        limit: 5,
        query: {
          expression: '(#owner = :owner_eq) AND (#createdAt BETWEEN :createdAt_between_0 AND :createdAt_between_1)',
          expressionNames: { '#owner': 'owner', '#createdAt': 'createdAt' },
          expressionValues: {
            ':owner_eq': { S: 'me' },
            ':createdAt_between_0': { N: 1 },
            ':createdAt_between_1': { N: 2 },
          },
        },
      },
      {
        operation: 'PutItem',
        key: { id: { N: 1 } },
        attributeValues: { a: { L: [{ BOOL: true }, { NULL: null }] } },
        condition: {
          expression: '(((attribute_not_exists(#id))) OR ((#a <> :or_1_a_ne)))',
          expressionNames: { '#id': 'id', '#a': 'a' },
          expressionValues: { ':or_1_a_ne': { N: 2 } },
        },
      },
      {
        operation: 'GetItem',
        key: { id: { N: 1 } },
        projection: { expression: '#a, #b.#c', expressionNames: { '#a': 'a', '#b': 'b', '#c': 'c' } },
      },
      {
        operation: 'UpdateItem',
        key: { id: { N: 1 } },
        update: {
          expression: 'SET #expName_1 = :expValue_1 REMOVE #expName_2',
          expressionNames: { '#expName_1': 'a', '#expName_2': 'b' },
          expressionValues: { ':expValue_1': { N: 1 } },
        },
      },
    ]);
  });
});

function eq(fieldName: string, value: number) {
  return { fieldName, operator: 'eq', value };
}

function gt(fieldName: string) {
  return { fieldName, operator: 'gt', value: 1 };
}
