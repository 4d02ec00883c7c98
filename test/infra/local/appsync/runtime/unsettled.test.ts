import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppSyncApi } from '../../../../../infra/local/appsync/execution/execute.ts';
import type { ResolverInput } from '../../../../../infra/local/appsync/resolving/field-resolver.ts';
import { createPipelineResolver, createUnitResolver } from '../../../../../infra/local/appsync/resolving/resolve.ts';
import type { OtherAnswers, UnsettledName } from '../../../../../infra/local/appsync/runtime/unsettled.ts';
import { kind, unsettled } from '../../../../../infra/local/appsync/runtime/unsettled.ts';
import type { DataSource } from '../../../../../infra/local/appsync/sources/data-source.ts';
import { noneSource } from '../../../../../infra/local/appsync/sources/data-source.ts';
import { createDynamodbSource } from '../../../../../infra/local/appsync/sources/dynamodb-source.ts';
import { withOtherResults } from '../../../../../infra/local/appsync/sources/other-results.ts';
import { codeOf, recordingSource, resolverInput } from '../../../../support/hosts/resolver-call.ts';
import type { TestTable } from '../../../../support/hosts/table-of-snippets.ts';
import { openTestTable } from '../../../../support/hosts/table-of-snippets.ts';

type Answer = (other: OtherAnswers) => Promise<unknown>;

/** A resolver that leans on one answer on purpose, and what it comes to under each. */
interface Leaning {
  readonly answer: Answer;
  readonly usual: unknown;
  readonly other: unknown;
}

let table: TestTable;

/** The value of a unit resolver, or the message of the error that ended it. */
async function unit(
  other: OtherAnswers,
  code: string,
  source: DataSource = noneSource,
  input: ResolverInput = resolverInput(),
): Promise<unknown> {
  const resolver = createUnitResolver({ name: 'test', code, source: withOtherResults(source, other), env: {}, other });
  const { value, errors } = await resolver.resolve(input);
  return errors[0]?.message ?? value;
}

const evaluating =
  (expression: string): Answer =>
  (other) =>
    unit(other, codeOf(`({ payload: [${expression}] })`, 'ctx.result[0]'));
const responding =
  (expression: string, source?: DataSource): Answer =>
  (other) =>
    unit(other, codeOf('({})', expression), source);

/** What a resolver is told of its arguments by this query. */
const told =
  (query: string): Answer =>
  async (other) => {
    const resolver = createUnitResolver({
      ...{ name: 'Query.told', env: {}, source: noneSource, other },
      code: codeOf('({ payload: Object.keys(ctx.args).concat(Object.keys(ctx.args.choice ?? {})) })'),
    });
    const api = createAppSyncApi({
      typeDefs: [
        'directive @aws_api_key on OBJECT | FIELD_DEFINITION',
        'input Choice { size: Int } type Query @aws_api_key { told(kind: String, choice: Choice): [String] }',
      ],
      resolvers: new Map([['Query.told', resolver]]),
      ...{ principals: () => true, publish: () => undefined, depthLimit: 16, other },
    });
    const caller = { mode: 'API_KEY', identity: null } as const;
    const { body } = await api.execute({ query, caller, headers: {}, domainName: null });
    return (body.data as { told: string[] }).told.join(' ');
  };

const onTable =
  (request: string, response: string): Answer =>
  async (other) => {
    await table.put({ id: 'a', owner: 'me' });
    const { dynamodb, name } = table;
    const source = createDynamodbSource({ dynamodb, table: name, resolver: 'test', tokenSecret: 'secret' });
    return unit(other, codeOf(request, response), source);
  };

const inStash: Answer = async (other) => {
  const frame = codeOf('Object.assign(ctx.stash, { found: null })', 'Object.keys(ctx.stash)');
  const resolver = createPipelineResolver({ name: 'test', code: frame, steps: [], env: {}, other });
  return (await resolver.resolve(resolverInput())).value;
};

const refused = recordingSource({ result: null, error: { type: 'Lambda:Unhandled', message: 'No luck.' } });

const leaning: Record<UnsettledName, Leaning> = {
  'null and undefined': { answer: evaluating('null === ctx.args.absent'), usual: false, other: true },
  'JSON of a bare scalar': { answer: evaluating("JSON.parse('45000')"), usual: 45_000, other: '' },
  'built-ins that are not listed': {
    answer: evaluating("'2026-11-25T10:00'.substring(0, 10)"),
    usual: '2026-11-25',
    other: expect.stringContaining('substring is not a function'),
  },
  'order of keys': {
    answer: evaluating('JSON.stringify({ a: 1, b: 2 })'),
    usual: '{"a":1,"b":2}',
    other: '{"b":2,"a":1}',
  },
  'undefined attributes': {
    answer: evaluating('util.dynamodb.toMapValues({ parentId: ctx.args.absent })'),
    usual: {},
    other: { parentId: { NULL: null } },
  },
  'early return of a scalar': {
    answer: (other) => unit(other, codeOf('runtime.earlyReturn(7)')),
    usual: 7,
    other: 'Runtime Error',
  },
  'early return of a unit resolver': {
    answer: (other) => unit(other, codeOf('runtime.earlyReturn({ code: "a" })', 'ctx.result.code')),
    usual: { code: 'a' },
    other: 'a',
  },
  'null in the stash': { answer: inStash, usual: ['found'], other: [] },
  'absent result': { answer: responding('typeof ctx.result'), usual: 'object', other: 'undefined' },
  'absent error': { answer: responding('typeof ctx.error'), usual: 'undefined', other: 'object' },
  'more of an error': {
    answer: responding('Object.keys(ctx.error).length', refused),
    usual: 2,
    other: 5,
  },
  'absent source': { answer: responding('ctx.source ? "field" : "root"'), usual: 'root', other: 'field' },
  'absent identity': { answer: responding('ctx.identity ? "user" : "public"'), usual: 'public', other: 'user' },
  'variable that is not supplied': {
    answer: told('query ($kind: String) { told(kind: $kind) }'),
    usual: 'kind',
    other: '',
  },
  'argument that is not written': { answer: told('{ told(choice: {}) }'), usual: 'choice', other: 'kind choice size' },
  'item of a refused condition': {
    answer: onTable(
      `({ operation: 'UpdateItem', key: util.dynamodb.toMapValues({ id: 'a' }),
          update: { expression: 'SET x = :one', expressionValues: { ':one': { N: 1 } } },
          condition: { expression: 'attribute_not_exists(id)' } })`,
      '[ctx.error.type, ctx.result]',
    ),
    usual: ['DynamoDB:ConditionalCheckFailedException', null],
    other: ['DynamoDB:ConditionalCheckFailedException', { id: 'a', owner: 'me', shown: { owner: 'me' } }],
  },
  'result of a put and a deletion': {
    answer: onTable(`({ operation: 'DeleteItem', key: util.dynamodb.toMapValues({ id: 'a' }) })`, 'ctx.result'),
    usual: { id: 'a', owner: 'me', shown: { owner: 'me' } },
    other: null,
  },
  'null in a subscription filter': {
    answer: responding(
      "[extensions.setSubscriptionFilter({ filterGroup: [{ filters: [{ fieldName: 'id', operator: 'eq', value: null }] }] }), 'let in'][1]",
    ),
    usual: 'let in',
    other: expect.stringContaining('A subscription filter has no value.'),
  },
};

describe('A resolver that leans on an answer of AppSync that nobody recorded', () => {
  beforeAll(async () => {
    table = await openTestTable();
  });
  afterAll(() => table.close());

  it.each(Object.keys(unsettled) as UnsettledName[])(
    'comes to something else under the other one: %s',
    async (name) => {
      const { answer, usual, other } = leaning[name];
      expect(await answer(kind)).toEqual(usual);
      expect(await answer(new Set([name]))).toEqual(other);
    },
  );
});
