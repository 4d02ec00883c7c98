import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateOperations } from '../../client/operations/generate-operations.ts';
import type { Auth, SnippetClient } from '../../client/index.ts';
import { createSnippetClient, SnipstreamError, defaultWaits } from '../../client/index.ts';
import type { Answer, FakeApi, Received } from '../support/fakes/fake-api.ts';
import { data, refusal, startFakeApi } from '../support/fakes/fake-api.ts';
import { anEstimate, aSnippet, aUsageDay, id } from '../support/fakes/snippets.ts';

const waits = { ...defaultWaits, backOff: 1 };
const request = { language: 'PYTHON', instruction: 'implement binary search' } as const;

async function clientOf(
  answer: (request: Received) => Answer | Promise<Answer>,
  auth: Auth = { apiKey: 'da2-test' },
): Promise<{ api: FakeApi; client: SnippetClient }> {
  const api = await startFakeApi(answer);
  return { api, client: createSnippetClient({ url: api.url, auth }, waits) };
}

async function errorOf(promise: Promise<unknown>): Promise<SnipstreamError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SnipstreamError) return error;
  throw new Error('It did not reject with a SnipstreamError.', { cause: error });
}

describe('the client over HTTP', () => {
  it('has operations that are fresh from the schema', async () => {
    const file = readFileSync(new URL('../../client/operations/operations.generated.ts', import.meta.url), 'utf8');
    expect(file).toBe(await generateOperations());
  });

  it('generates code and gives the whole snippet', async () => {
    const { api, client } = await clientOf(() => data('generateCode', aSnippet()));
    expect(await client.generateCode({ ...request, options: { model: 'cookbook', waitSeconds: 5 } })).toEqual(
      aSnippet(),
    );
    expect(api.requests[0]).toMatchObject({
      field: 'generateCode',
      variables: { ...request, options: { model: 'cookbook', waitSeconds: 5 } },
    });
  });

  it('sends documents as they are, with no name that a parser would have to find', async () => {
    const api = await startFakeApi(() => data('snippet', aSnippet()));
    const bodies: string[] = [];
    const spied: typeof fetch = (input, init) => {
      bodies.push(String(init?.body));
      return fetch(input, init);
    };
    await createSnippetClient({ url: api.url, auth: { apiKey: 'k' }, fetch: spied }).snippet(id);
    expect(bodies.map((body) => Object.keys(JSON.parse(body)))).toEqual([['query', 'variables']]);
  });

  it('gives a list page by page, without code and links', async () => {
    const { code: _code, downloadUrl: _downloadUrl, ...head } = aSnippet();
    const { api, client } = await clientOf(({ variables }) =>
      data('snippets', { items: [head], nextToken: variables['nextToken'] ? null : 'two' }),
    );
    const first = await client.snippetPage({ language: 'PYTHON', pageSize: 1 });
    expect(first).toEqual({ items: [head], nextToken: 'two' });
    expect(await client.snippetPage({ pageSize: 1 }, { after: 'two' })).toEqual({ items: [head], nextToken: null });
    expect(api.requests.map(({ variables }) => variables)).toEqual([
      { language: 'PYTHON', limit: 1 },
      { limit: 1, nextToken: 'two' },
    ]);
    for (const { query } of api.requests) expect(query).not.toMatch(/downloadUrl|^ *code$(?!\n *message)/m);
  });

  it('gives the usage of as many days as asked for, and leaves their number to the API when none is given', async () => {
    const today = aUsageDay();
    const { api, client } = await clientOf(() => data('usage', [today]));
    expect(await client.usage({ days: 1 })).toEqual([today]);
    await client.usage();
    expect(api.requests).toMatchObject([
      { field: 'usage', variables: { days: 1 } },
      { field: 'usage', variables: {} },
    ]);
    expect(api.requests[1]?.variables).not.toHaveProperty('days');
    for (const field of Object.keys(today)) expect(api.requests[0]?.query).toMatch(new RegExp(`^ *${field}$`, 'm'));
  });

  it('estimates new code and a refinement, each by its own field', async () => {
    const told = anEstimate();
    const { api, client } = await clientOf(({ field }) => data(field, told));
    expect(await client.estimate({ ...request, options: { maxTokens: 5 } })).toEqual(told);
    expect(await client.estimate({ id, instruction: 'handle an empty list' })).toEqual(told);
    expect(api.requests).toMatchObject([
      { field: 'estimate', variables: { ...request, options: { maxTokens: 5 } } },
      { field: 'estimateRefinement', variables: { id, instruction: 'handle an empty list' } },
    ]);
    for (const { query } of api.requests)
      for (const field of Object.keys(told)) expect(query).toMatch(new RegExp(`^ *${field}( {)?$`, 'm'));
  });

  it('sends an id of its own, the same when it repeats a call whose answer was lost', async () => {
    let calls = 0;
    const { api, client } = await clientOf(() =>
      ++calls < 3 ? { status: 503, body: 'busy' } : data('generateCode', aSnippet()),
    );
    expect((await client.generateCode(request)).status).toBe('COMPLETED');
    const ids = api.requests.map(({ variables }) => (variables['options'] as { id: string }).id);
    expect(ids).toHaveLength(3);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(1);
  });

  it('keeps the id that the caller chose', async () => {
    const { api, client } = await clientOf(() => data('generateCode', aSnippet()));
    await client.generateCode({ ...request, options: { id } });
    expect(api.requests[0]?.variables['options']).toEqual({ id });
  });

  it('gives null for a snippet that is not there', async () => {
    const { client } = await clientOf(() => data('snippet', null));
    expect(await client.snippet(id)).toBeNull();
  });

  it('lists all snippets, page after page, and leaves out what was not given', async () => {
    const pages = [
      { items: [aSnippet({ code: 'a' }), aSnippet({ code: 'b' })], nextToken: 'more' },
      { items: [], nextToken: 'even more' },
      { items: [aSnippet({ code: 'c' })], nextToken: null },
    ];
    const { api, client } = await clientOf(() => data('snippets', pages[api.requests.length - 1]));
    const codes: (string | null)[] = [];
    for await (const snippet of client.snippets()) codes.push(snippet.code);
    expect(codes).toEqual(['a', 'b', 'c']);
    expect(api.requests.map(({ variables }) => variables)).toEqual([
      {},
      { nextToken: 'more' },
      { nextToken: 'even more' },
    ]);
  });

  it('asks for no page that is not read', async () => {
    const { api, client } = await clientOf(() => data('snippets', { items: [aSnippet()], nextToken: 'more' }));
    for await (const snippet of client.snippets({ language: 'PYTHON', pageSize: 1 })) {
      expect(snippet.id).toBe(id);
      break;
    }
    expect(api.requests.map(({ variables }) => variables)).toEqual([{ language: 'PYTHON', limit: 1 }]);
  });

  it.each([
    ['InvalidInput', 'id is out of its bounds; allowed is a UUID'],
    ['Conflict', 'the id belongs to another request, or the status of the snippet does not allow it'],
    ['NotFound', 'there is no such snippet, or it is not yours'],
    ['QuotaExceeded', 'the quota for today is used up'],
    ['InternalFailure', 'something failed there and nothing is wrong with the request; try again in a moment'],
  ])(
    'tells a refusal %s with the address and the argument, and the sentence of the API beside it',
    async (name, reason) => {
      const detail = 'id is "x; allowed is secret"; allowed is a UUID.';
      const { api, client } = await clientOf(() => refusal('deleteSnippet', name, detail));
      const error = await errorOf(client.deleteSnippet('x'));
      expect(error).toMatchObject({ name, operation: 'deleteSnippet', detail });
      expect(error.message).toBe(`The API at ${api.url} refused deleteSnippet: ${reason} (${name}).`);
    },
  );

  it.each([
    [{ apiKey: 'da2-wrong' }, 'the key in auth.apiKey'],
    [{ token: 'old' }, 'the token in auth.token, which may have expired'],
    [
      { credentials: { accessKeyId: 'a', secretAccessKey: 's' }, region: 'us-east-1' },
      'the signature made of auth.credentials for auth.region',
    ],
    [() => ({ apiKey: 'da2-wrong' }), 'what the function auth gave'],
  ])('says which credential the API does not accept: %j', async (auth, credential) => {
    const api = await startFakeApi(() => ({ status: 401, body: '' }));
    const client = createSnippetClient({ url: `${api.url}?secret=1`, auth }, waits);
    expect((await errorOf(client.snippet(id))).message).toBe(
      `The API at ${api.url} does not accept ${credential}, or not for snippet.`,
    );
  });

  it.each([
    [{ status: 503, body: '' }, (url: string) => `${url} answered deleteSnippet with HTTP 503: try again in a moment.`],
    [
      { body: '<html>' },
      (url: string) => `What answers deleteSnippet at ${url} is no Snipstream API (HTTP 200): check url.`,
    ],
  ])('says what answers wrongly, and where: %j', async (answer, message) => {
    const { api, client } = await clientOf(() => answer);
    expect((await errorOf(client.deleteSnippet(id))).message).toBe(message(api.url));
  });

  it('says where nobody answers, and where not in time', async () => {
    const url = 'http://127.0.0.1:1/graphql';
    const nobody = createSnippetClient({ url, auth: { apiKey: 'k' } }, waits);
    const rest = 'check that the API runs there and that nothing keeps this program from it.';
    expect((await errorOf(nobody.deleteSnippet(id))).message).toBe(`Nobody answers deleteSnippet at ${url}: ${rest}`);
    const api = await startFakeApi(() => new Promise(() => undefined));
    const late = createSnippetClient({ url: api.url, auth: { apiKey: 'k' } }, { ...waits, answer: 50 });
    expect((await errorOf(late.deleteSnippet(id))).message).toBe(
      `${api.url} has not answered deleteSnippet in time: ${rest}`,
    );
  });

  it.each([
    [401, { errors: [{ errorType: 'UnauthorizedException', message: 'Token has expired.' }] }, 'Unauthorized'],
    [403, { errors: [{ errorType: 'InvalidSignatureException', message: 'Signature expired.' }] }, 'Unauthorized'],
    [403, '<html>Forbidden</html>', 'Unauthorized'],
    [
      200,
      { data: { deleteSnippet: null }, errors: [{ errorType: 'Unauthorized', path: ['deleteSnippet'] }] },
      'Unauthorized',
    ],
    [400, { errors: [{ errorType: 'MalformedHttpRequestException', message: 'Unable to parse.' }] }, 'BadRequest'],
    [200, { data: null, errors: [{ path: null, message: 'Validation error of type FieldUndefined' }] }, 'BadRequest'],
    [
      200,
      { data: { deleteSnippet: null }, errors: [{ path: ['deleteSnippet'], errorType: 'Code' }] },
      'InternalFailure',
    ],
    [429, { errors: [{ message: 'Rate exceeded' }] }, 'Throttled'],
    [503, '<html>busy</html>', 'BadAnswer'],
    [200, '<html>a login page</html>', 'BadAnswer'],
    [200, '[]', 'BadAnswer'],
    [200, { data: {} }, 'BadAnswer'],
    [200, { data: { deleteSnippet: null } }, 'BadAnswer'],
  ])('reads %s %j as %s', async (status, body, name) => {
    const { api, client } = await clientOf(() => ({ status, body }));
    expect((await errorOf(client.deleteSnippet(id))).name).toBe(name);
    expect(api.requests).toHaveLength(1);
  });

  it('says nothing of variables or bodies in an error, however it is printed', async () => {
    const answers: Answer[] = [
      refusal('generateCode', 'QuotaExceeded', 'Your quota is used up.'),
      { status: 500, body: 'secret body' },
      { body: 'secret body' },
      { status: 401, body: 'secret body' },
    ];
    for (const answer of answers) {
      const { client } = await clientOf(() => answer);
      const error = await errorOf(client.generateCode({ ...request, instruction: 'secret instruction' }));
      const { inspect } = await import('node:util');
      expect(inspect(error, { depth: 9 })).not.toContain('secret');
    }
  });

  it('is a NetworkFailure when nobody listens, after some more attempts where that is safe', async () => {
    let attempts = 0;
    const fetch: typeof globalThis.fetch = async () => {
      attempts++;
      throw new TypeError('fetch failed');
    };
    const client = createSnippetClient({ url: 'http://127.0.0.1:9/graphql', auth: { apiKey: 'k' }, fetch }, waits);
    expect((await errorOf(client.snippet(id))).name).toBe('NetworkFailure');
    expect(attempts).toBe(4);
    attempts = 0;
    expect((await errorOf(client.deleteSnippet(id))).name).toBe('NetworkFailure');
    expect(attempts).toBe(1);
  });

  it('does not repeat what was refused for good', async () => {
    const { api, client } = await clientOf(() => refusal('snippet', 'InvalidInput', 'id is "x"'));
    expect((await errorOf(client.snippet('x'))).name).toBe('InvalidInput');
    expect(api.requests).toHaveLength(1);
  });

  it('ends a call, and its repetitions, when the signal is aborted', async () => {
    const ending = new AbortController();
    const { client } = await clientOf(() => {
      ending.abort(new Error('enough'));
      return { status: 503, body: '' };
    });
    await expect(client.snippet(id, { signal: ending.signal })).rejects.toThrow('enough');
    await expect(client.snippet(id, { signal: ending.signal })).rejects.toThrow('enough');
  });

  it('does not wait for an answer for ever', async () => {
    const api = await startFakeApi(() => new Promise(() => undefined));
    const client = createSnippetClient({ url: api.url, auth: { apiKey: 'k' } }, { ...waits, answer: 50 });
    expect((await errorOf(client.deleteSnippet(id))).name).toBe('NetworkFailure');
  });
});

describe('who calls', () => {
  it('is told by a key, a token, or a signature', async () => {
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 'SECRET', sessionToken: 'SESSION' };
    for (const [auth, headers] of [
      [{ apiKey: 'da2-x' }, { 'x-api-key': 'da2-x' }],
      [{ token: 'a.b.c' }, { authorization: 'a.b.c' }],
      [
        { credentials, region: 'eu-central-1' },
        {
          authorization: expect.stringMatching(
            /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-central-1\/appsync\/aws4_/,
          ),
          'x-amz-security-token': 'SESSION',
        },
      ],
    ] as const) {
      const { api, client } = await clientOf(() => data('snippet', null), auth);
      await client.snippet(id);
      expect(api.requests[0]?.headers).toMatchObject({ 'content-type': 'application/json', ...headers });
    }
  });

  it('is asked for each request anew when it is a function, for tokens expire', async () => {
    const tokens = ['first', 'second'];
    const { api, client } = await clientOf(
      () => data('snippet', null),
      async () => ({ token: tokens.shift() ?? '' }),
    );
    await client.snippet(id);
    await client.snippet(id);
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual(['first', 'second']);
  });

  it('stays unknown when that function fails, and its own error comes out', async () => {
    const { api, client } = await clientOf(
      () => data('snippet', null),
      () => {
        throw new Error('signed out');
      },
    );
    await expect(client.snippet(id)).rejects.toThrow('signed out');
    expect(api.requests).toHaveLength(0);
  });
});
