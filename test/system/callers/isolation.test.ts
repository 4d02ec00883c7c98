import type { GraphQLField } from 'graphql';
import { buildSchema, isObjectType } from 'graphql';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../infra/local/appsync/access/authenticate.ts';
import { mayRead } from '../../../infra/local/appsync/access/authorize.ts';
import { headerProtocol, isType, openSocket, startFrame } from '../../support/faults/raw-socket.ts';
import { callersOf } from '../../support/hosts/callers.ts';
import { sampleQuery } from '../../support/hosts/sample-query.ts';
import { typeDefs } from '../../support/hosts/schema-texts.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { ask, startTestHost } from '../../support/hosts/test-host.ts';

/** Whom a root field is there for. A field that is not in this table fails the first test. */
const table: Record<string, 'everybody' | 'functions'> = {
  'Query.snippet': 'everybody',
  'Query.snippets': 'everybody',
  'Query.models': 'everybody',
  'Query.usage': 'everybody',
  'Query.estimate': 'everybody',
  'Query.estimateRefinement': 'everybody',
  'Query.snippetStatus': 'functions',
  'Mutation.generateCode': 'everybody',
  'Mutation.refineSnippet': 'everybody',
  'Mutation.cancelSnippet': 'everybody',
  'Mutation.deleteSnippet': 'everybody',
  'Mutation.deleteAllSnippets': 'everybody',
  'Mutation.startSnippet': 'functions',
  'Mutation.appendCode': 'functions',
  'Mutation.keepAnswer': 'functions',
  'Mutation.completeSnippet': 'functions',
  'Mutation.failSnippet': 'functions',
  'Mutation.reportTokens': 'functions',
  'Subscription.onSnippetCompleted': 'everybody',
  'Subscription.onSnippetProgress': 'everybody',
};
/** Of the other types: who may read their fields. */
const types: Record<string, 'everybody' | 'functions'> = {
  Snippet: 'everybody',
  SnippetPage: 'everybody',
  SnippetProgress: 'everybody',
  SnippetCheck: 'everybody',
  SyntaxFault: 'everybody',
  SnippetTask: 'functions',
  KeptAnswer: 'functions',
  Deletion: 'everybody',
  Model: 'everybody',
  UsageDay: 'everybody',
  Estimate: 'everybody',
  QuotaRefusal: 'everybody',
  TaskOptions: 'functions',
  TokenUsage: 'everybody',
  SnippetFailure: 'everybody',
};

const schema = buildSchema(typeDefs.join('\n'));
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => !!type);
const rootFields = roots.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({ field, operation: type.name.toLowerCase(), type: type.name })),
);
const given = { options: '{ waitSeconds: 0 }' };
const queryOf = ({ field, operation }: { field: GraphQLField<unknown, unknown>; operation: string }): string =>
  sampleQuery(operation, field, given);
const subscriptions = rootFields.filter(({ operation }) => operation === 'subscription');
const asked = rootFields.filter(({ operation }) => operation !== 'subscription');

describe('the table of who may what', () => {
  it('has a row for every field and type of the schema, and no other', () => {
    const named = rootFields.map(({ type, field }) => `${type}.${field.name}`);
    expect(Object.keys(table).sort()).toEqual(named.sort());
    const others = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !roots.includes(type) && !type.name.startsWith('__'),
    );
    expect(Object.keys(types).sort()).toEqual(others.map(({ name }) => name).sort());
  });

  it('agrees with the directives of every field of every type', () => {
    const modes: Caller[] = [
      { mode: 'API_KEY', identity: null },
      { mode: 'AMAZON_COGNITO_USER_POOLS', identity: {} },
      { mode: 'AWS_IAM', identity: {}, principal: 'functions' },
    ];
    for (const [name, whom] of Object.entries(types)) {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
      for (const field of Object.values(type.getFields())) {
        expect([`${name}.${field.name}`, modes.map((caller) => mayRead(caller, type, field))]).toEqual([
          `${name}.${field.name}`,
          whom === 'everybody' ? [true, true, true] : [false, false, true],
        ]);
      }
    }
  });
});

describe('a host lets in', () => {
  let host: TestHost;
  let callers: ReturnType<typeof callersOf>;
  beforeAll(async () => {
    host = await startTestHost();
    callers = callersOf(host);
    // The pool's key is made when a token is first asked for.
    await callers.known.alice(new URL(host.url), '');
  });
  afterAll(() => host.close());

  type Known = keyof ReturnType<typeof callersOf>['known'];
  type Unknown = keyof ReturnType<typeof callersOf>['unknown'];
  const known: Known[] = ['the API key', 'alice', 'bob', 'the IAM principal backend', 'the IAM principal functions'];
  const unknown: Unknown[] = [
    'nobody at all',
    'a wrong API key',
    'a token that has expired',
    'a token of another issuer',
    'a token signed by another key',
    'a token that is not signed',
    'a signature by another secret',
    'a signature by a key that nobody has',
    'a signature of an hour ago',
    'a signature for another region',
    'a signature for another service',
  ];
  const isFunctions = (name: Known): boolean => name === 'the IAM principal functions';
  const mayAsk = (name: Known, type: string, field: string): boolean =>
    (table[`${type}.${field}`] === 'functions') === isFunctions(name);
  const headersOf = (name: Known | Unknown, url: string, body: string) =>
    ({ ...callers.known, ...callers.unknown })[name](new URL(url), body);
  const askAs = async (name: Known | Unknown, query: string) =>
    ask(host, query, {}, await headersOf(name, host.url, JSON.stringify({ query, variables: {} })));
  const connect = async (name: Known | Unknown) =>
    openSocket(host.realtimeUrl, ['graphql-ws', headerProtocol(await headersOf(name, `${host.url}/connect`, '{}'))]);
  const refusedAs = (name: Unknown) =>
    name.startsWith('a signature')
      ? { status: 403, errorType: expect.stringMatching(/^(InvalidSignature|UnrecognizedClient)Exception$/) }
      : { status: 401, errorType: 'UnauthorizedException' };

  it('knows every kind of caller of the tests', () => {
    expect([Object.keys(callers.known), Object.keys(callers.unknown)]).toEqual([known, unknown]);
  });

  it.each(known)('%s, over HTTP, to its fields alone', async (name) => {
    for (const root of asked) {
      const { status, errors } = await askAs(name, queryOf(root));
      const denials = errors.filter(({ errorType }) => errorType === 'Unauthorized').map(({ message }) => message);
      const denial = `Not Authorized to access ${root.field.name} on type ${root.type}`;
      expect([root.field.name, status, denials]).toEqual([
        root.field.name,
        200,
        mayAsk(name, root.type, root.field.name) ? [] : [denial],
      ]);
    }
  });

  it.each(unknown)('nobody with %s, over HTTP, whatever the field', async (name) => {
    const { status, errorType } = refusedAs(name);
    for (const root of rootFields) {
      expect(await askAs(name, queryOf(root))).toMatchObject({ status, data: null, errors: [{ errorType }] });
    }
  });

  it.each(known)('%s, over a WebSocket, to its subscriptions alone', async (name) => {
    const raw = await connect(name);
    raw.send({ type: 'connection_init' });
    await raw.frame(isType('connection_ack'));
    for (const { field, type, ...root } of subscriptions) {
      const query = queryOf({ field, ...root });
      const authorization = await headersOf(name, host.url, JSON.stringify({ query, variables: {} }));
      raw.send(startFrame(field.name, authorization, query));
      const answer = await raw.frame((frame) => frame.id === field.name);
      if (mayAsk(name, type, field.name)) expect(answer).toEqual({ type: 'start_ack', id: field.name });
      else {
        const message = `Not Authorized to access ${field.name} on type Subscription`;
        expect(answer).toMatchObject({ type: 'error', payload: { errors: [{ errorType: 'Unauthorized', message }] } });
      }
    }
    raw.socket.close();
  });

  it.each(unknown)('nobody with %s, over a WebSocket, by its handshake or a start', async (name) => {
    const { errorType, status } = refusedAs(name);
    const turnedAway = await connect(name);
    expect(await turnedAway.frame(isType('connection_error'))).toMatchObject({
      payload: { errors: [{ errorType, errorCode: status }] },
    });
    const raw = await connect('the API key');
    for (const root of subscriptions) {
      const query = queryOf(root);
      const authorization = await headersOf(name, host.url, JSON.stringify({ query, variables: {} }));
      raw.send(startFrame(root.field.name, authorization, query));
      expect(await raw.frame((frame) => frame.id === root.field.name)).toMatchObject({
        type: 'error',
        payload: { errors: [{ errorType }] },
      });
    }
    raw.socket.close();
  });

  it('nobody to what another owns, by whatever field takes its id', async () => {
    const id = randomUUID();
    const made = await askAs(
      'alice',
      `mutation { generateCode(language: PYTHON, instruction: "fizzbuzz", options: { id: "${id}" }) { id status } }`,
    );
    expect(made.data).toEqual({ generateCode: { id, status: 'COMPLETED' } });
    const others = known.filter((name) => name !== 'alice' && !isFunctions(name));
    const byId = asked.filter(
      ({ field, type }) =>
        field.args.some(({ name }) => name === 'id') && table[`${type}.${field.name}`] === 'everybody',
    );
    expect(byId.length).toBeGreaterThan(3);
    for (const name of others) {
      for (const root of byId) {
        const query = sampleQuery(root.operation, root.field, { ...given, id: `"${id}"` });
        const [own, other] = [await askAs(name, query), await askAs(name, query.replace(id, randomUUID()))];
        const shown = (answer: typeof own) => JSON.stringify(answer).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
        expect(own.data).toEqual({ [root.field.name]: null });
        expect(shown(own)).toBe(shown(other));
      }
    }
  });
});
