import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IamCredentials } from '../../../schema/wire/sign-request.ts';
import { signRequest } from '../../../schema/wire/sign-request.ts';
import type { CredentialedRequest } from '../../../infra/local/appsync/access/authenticate.ts';
import { createAuthenticator } from '../../../infra/local/appsync/access/authenticate.ts';
import { ask, startTestHost } from '../../support/hosts/test-host.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';

const ID = '3f9a2c1e-0000-4000-8000-000000000000';
const keys = { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' };

describe('who calls', () => {
  const now = new Date('2026-11-23T01:45:01Z');
  const url = new URL('http://127.0.0.1:4000/graphql');
  const authenticator = createAuthenticator({
    apiKey: 'da2-right',
    credentials: (id) =>
      id === keys.accessKeyId
        ? { name: 'backend', secretAccessKey: keys.secretAccessKey, region: 'us-east-1' }
        : undefined,
    now: () => now,
    verifyToken: async (token) => {
      if (token === 'a.b.c') return { sub: 'me' };
      throw new Error('Unable to parse JWT token.');
    },
  });
  const request = (headers: Record<string, string>, body = '{}'): CredentialedRequest => ({
    ...{ method: 'POST', url: '/graphql', headers, sourceIp: ['127.0.0.1'] },
    body: Buffer.from(body),
  });

  it('is nobody in particular with the API key', async () => {
    expect(await authenticator.authenticate(request({ 'x-api-key': 'da2-right', authorization: 'a.b.c' }))).toEqual({
      ok: true,
      caller: { mode: 'API_KEY', identity: null },
    });
  });

  it.each(['a.b.c', 'Bearer a.b.c', 'bearer a.b.c'])('is a user with the token %j', async (authorization) => {
    expect(await authenticator.authenticate(request({ authorization }))).toEqual({
      ok: true,
      caller: { mode: 'AMAZON_COGNITO_USER_POOLS', identity: { sub: 'me', sourceIp: ['127.0.0.1'] } },
    });
  });

  it.each([
    ['a wrong key', { 'x-api-key': 'da2-wrong' }, 'You are not authorized to make this call.'],
    [
      'a wrong key beside a good token',
      { 'x-api-key': '', authorization: 'a.b.c' },
      'You are not authorized to make this call.',
    ],
    ['nothing', {}, 'Valid authorization header not provided.'],
    ['a bad token', { authorization: 'x' }, 'Unable to parse JWT token.'],
  ])('is refused with %s', async (_what, headers, message) => {
    expect(await authenticator.authenticate(request({ ...headers } as Record<string, string>))).toEqual({
      ok: false,
      refusal: { status: 401, errorType: 'UnauthorizedException', message },
    });
  });

  it('is not read from a token where no pool is known', async () => {
    const without = createAuthenticator({ apiKey: 'k', credentials: () => undefined, now: () => now });
    expect(await without.authenticate(request({ authorization: 'a.b.c' }))).toMatchObject({
      refusal: { status: 401, message: 'Valid authorization header not provided.' },
    });
  });

  it('is refused with a signature that lacks its parts', async () => {
    expect(await authenticator.authenticate(request({ authorization: 'AWS4-HMAC-SHA256 nonsense' }))).toMatchObject({
      refusal: { status: 403, errorType: 'IncompleteSignatureException' },
    });
  });

  it('is refused with a signature that is too old', async () => {
    const headers = await signRequest(url, '{}', keys, 'us-east-1');
    const old = createAuthenticator({
      apiKey: 'k',
      credentials: () => ({ name: 'backend', secretAccessKey: 'secret', region: 'us-east-1' }),
      now: () => new Date(Date.now() + 6 * 60_000),
    });
    expect(await old.authenticate(request(headers))).toMatchObject({
      refusal: {
        status: 403,
        errorType: 'InvalidSignatureException',
        message: expect.stringMatching(/^Signature expired: /),
      },
    });
  });
});

describe('a whole host', () => {
  let host: TestHost;
  let principals: { functions: IamCredentials; backend: IamCredentials };
  beforeAll(async () => {
    host = await startTestHost();
    principals = JSON.parse(readFileSync(join(host.dataFolder, 'principals.json'), 'utf8'));
  });
  afterAll(() => host.close());

  async function askSigned(
    credentials: IamCredentials,
    query: string,
    change: (headers: Record<string, string>) => void = () => undefined,
  ) {
    const body = JSON.stringify({ query, variables: {} });
    const headers = await signRequest(new URL(host.url), body, credentials, 'us-east-1');
    change(headers);
    return ask(host, query, {}, headers);
  }
  const internal = [
    ['snippetStatus', 'Query', `{ snippetStatus(id: "${ID}") }`],
    ['startSnippet', 'Mutation', `mutation { startSnippet(id: "${ID}", attempt: "${ID}") { claim } }`],
    ['appendCode', 'Mutation', `mutation { appendCode(id: "${ID}", attempt: "${ID}", sequence: 1) { id } }`],
    [
      'completeSnippet',
      'Mutation',
      `mutation { completeSnippet(id: "${ID}", attempt: "${ID}", sequence: 1, model: "m", truncated: false) { id } }`,
    ],
    ['failSnippet', 'Mutation', `mutation { failSnippet(id: "${ID}", code: WORKER_FAILED) { id } }`],
  ] as const;

  it.each([
    ['no key', {}, 'Valid authorization header not provided.'],
    ['a wrong key', { 'x-api-key': 'da2-wrong' }, 'You are not authorized to make this call.'],
  ])('answers 401 to %s', async (_what, headers, message) => {
    const response = await fetch(host.url, {
      method: 'POST',
      headers: { ...headers } as Record<string, string>,
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(await response.json()).toEqual({ errors: [{ errorType: 'UnauthorizedException', message }] });
  });

  it('believes a right signature', async () => {
    expect(await askSigned(principals.backend, '{ snippets { items { id } } }')).toEqual({
      status: 200,
      data: { snippets: { items: [] } },
      errors: [],
    });
  });

  it.each(internal)('tells nobody but the functions of %s', async (field, type, query) => {
    const message = `Not Authorized to access ${field} on type ${type}`;
    for (const answer of [await ask(host, query), await askSigned(principals.backend, query)]) {
      expect(answer).toMatchObject({
        status: 200,
        data: { [field]: null },
        errors: [{ errorType: 'Unauthorized', message, path: [field] }],
      });
    }
    const { errors } = await askSigned(principals.functions, query);
    expect(errors.map(({ errorType }) => errorType)).not.toContain('Unauthorized');
  });

  it('lets the functions call nothing else', async () => {
    expect((await askSigned(principals.functions, '{ snippets { items { id } } }')).errors).toMatchObject([
      { message: 'Not Authorized to access snippets on type Query' },
    ]);
  });

  it.each([
    ['a signature of another secret', { secretAccessKey: 'wrong' }, () => undefined, 'InvalidSignatureException'],
    ['a key that nobody has', { accessKeyId: 'AKIDNOBODY' }, () => undefined, 'UnrecognizedClientException'],
    [
      'a changed header',
      {},
      (headers: Record<string, string>) => void (headers['content-type'] = 'text/plain'),
      'InvalidSignatureException',
    ],
    [
      'an old date',
      {},
      (headers: Record<string, string>) => {
        headers['x-amz-date'] = '20200101T000000Z';
        headers['authorization'] = (headers['authorization'] ?? '').replace(/\/\d{8}\//, '/20200101/');
      },
      'InvalidSignatureException',
    ],
    [
      'no date',
      {},
      (headers: Record<string, string>) => void delete headers['x-amz-date'],
      'IncompleteSignatureException',
    ],
  ])('answers 403 to %s', async (_what, other, change, errorType) => {
    const answer = await askSigned({ ...principals.backend, ...other }, '{ __typename }', change);
    expect(answer).toMatchObject({ status: 403, data: null, errors: [{ errorType }] });
  });

  it('answers 403 when the body is not the signed one', async () => {
    const headers = await signRequest(new URL(host.url), '{"query":"{ __typename }"}', principals.backend, 'us-east-1');
    expect(await ask(host, '{ snippets { nextToken } }', {}, headers)).toMatchObject({
      status: 403,
      errors: [{ errorType: 'InvalidSignatureException' }],
    });
  });

  it('keeps shelves apart', async () => {
    const generate = 'mutation { generateCode(language: PYTHON, instruction: "implement binary search") { id owner } }';
    const mine = await ask<{ generateCode: { id: string; owner: string } }>(host, generate);
    expect(mine.data?.generateCode.owner).toBe('public');
    const { data } = await askSigned(principals.backend, `{ snippet(id: "${mine.data?.generateCode.id}") { id } }`);
    expect(data).toEqual({ snippet: null });
    const theirs = await askSigned(principals.backend, generate);
    expect(theirs.data).toMatchObject({ generateCode: { owner: 'arn:aws:sts::000000000000:assumed-role/backend' } });
  });
});
