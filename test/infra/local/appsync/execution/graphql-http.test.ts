import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHost } from '../../../../support/hosts/test-host.ts';
import { ask, startTestHost } from '../../../../support/hosts/test-host.ts';

const id = randomUUID();

describe('GraphQL over HTTP', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost();
  });
  afterAll(() => host.close());

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(host.url, { method: 'POST', body, headers: { 'x-api-key': host.apiKey, ...headers } });
  const malformed = (message: string) => ({ errors: [{ errorType: 'MalformedHttpRequestException', message }] });

  it('answers JSON, with an id of the request', async () => {
    const response = await post('{"query":"{ __typename }"}');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    ['nothing', '', 'Request body is empty.'],
    ['not JSON', 'hello', 'Unable to parse GraphQL query.'],
    ['{}', '{}', 'Unable to parse GraphQL query.'],
    ['[]', '[]', 'Unable to parse GraphQL query.'],
    ['a batch', '[{"query":"{ __typename }"}]', 'Unable to parse GraphQL query.'],
    ['null', 'null', 'Unable to parse GraphQL query.'],
    ['a query that is no text', '{"query":1}', 'Unable to parse GraphQL query.'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}', 'Unable to parse GraphQL query.'],
    ['a syntax error', '{"query":"{ snippets( }"}', 'Unable to parse GraphQL query.'],
  ])('refuses a body of %s with 400', async (_what, body, message) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('MalformedHttpRequestException');
    expect(await response.json()).toEqual(malformed(message));
  });

  it('refuses an unknown field with 200 and its place', async () => {
    const response = await post('{"query":"{ badfield }"}');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-amzn-errortype')).toBe(null);
    expect(await response.json()).toEqual({
      data: null,
      errors: [
        {
          path: null,
          locations: [{ line: 1, column: 3, sourceName: null }],
          message:
            "Validation error of type FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'",
        },
      ],
    });
  });

  it('refuses a body over 1 MB with 413', async () => {
    const largest = 1024 * 1024;
    const body = JSON.stringify({ query: '{ __typename }', variables: { pad: '' } });
    const padded = (length: number) => body.replace('""', `"${'x'.repeat(length - body.length)}"`);
    expect((await post(padded(largest))).status).toBe(200);
    const response = await post(padded(largest + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [{ errorType: 'RequestEntityTooLargeException', message: 'The body is longer than 1048576 bytes.' }],
    });
  });

  it.each([
    ['application/json; charset=UTF-8', 'application/json'],
    ['application/graphql', '*/*'],
    ['text/plain', 'application/graphql-response+json,application/json;q=0.9'],
  ])('reads a body of content type %s', async (contentType, accept) => {
    const response = await post('{"query":"{ __typename }","variables":null}', { 'content-type': contentType, accept });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('reads header names in any case', async () => {
    const response = await fetch(host.url, {
      method: 'POST',
      headers: { 'X-Api-Key': host.apiKey, 'Content-Type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(200);
  });

  it('runs the operation that is named', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    expect(await (await post(JSON.stringify({ query, operationName: 'B' }))).json()).toEqual({ data: { b: 'Query' } });
  });

  it('takes a query by GET', async () => {
    const parameters = new URLSearchParams({
      query: 'query Q($id: ID!) { snippet(id: $id) { id } }',
      variables: JSON.stringify({ id }),
      operationName: 'Q',
    });
    const response = await fetch(`${host.url}?${parameters}`, { headers: { 'x-api-key': host.apiKey } });
    expect(await response.json()).toEqual({ data: { snippet: null } });
    expect((await fetch(`${host.url}?variables={`, { headers: { 'x-api-key': host.apiKey } })).status).toBe(400);
  });

  it('refuses another method', async () => {
    const response = await fetch(host.url, { method: 'PUT', headers: { 'x-api-key': host.apiKey } });
    expect(response.status).toBe(405);
  });

  it('lets a browser ask from anywhere, with any header', async () => {
    const headers =
      'content-type,x-api-key,authorization,x-amz-user-agent,x-amz-date,x-amz-security-token,x-of-their-own';
    const response = await fetch(host.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://app.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': headers,
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toBe(headers);
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('sends 1,000 bytes and more with gzip to who takes it, and to nobody else', async () => {
    // Answers `{"data":{"<alias>":"Query"}}`, which is 21 bytes beside the alias.
    const encodingOf = async (bytes: number, accepted: string) => {
      const query = `{ ${'a'.repeat(bytes - 21)}: __typename }`;
      const response = await post(JSON.stringify({ query }), { 'accept-encoding': accepted });
      expect((await response.text()).length).toBe(bytes);
      return response.headers.get('content-encoding');
    };
    for (const accepted of ['gzip', 'br, gzip', 'deflate, GZIP;q=0.5, *;q=0']) {
      expect([accepted, await encodingOf(999, accepted), await encodingOf(1_000, accepted)]).toEqual([
        accepted,
        null,
        'gzip',
      ]);
    }
    for (const accepted of ['identity', 'br', 'gzip;q=0', 'gzip;q=0.0, br', 'x-gzip']) {
      expect([accepted, await encodingOf(1_000, accepted)]).toEqual([accepted, null]);
    }
  });

  it('lets a browser read a refusal', async () => {
    const responses = [await fetch(host.url, { method: 'POST', body: '{}' }), await post('')];
    expect(responses.map(({ status }) => status)).toEqual([401, 400]);
    for (const { headers } of responses) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('x-amzn-RequestId, x-amzn-ErrorType');
    }
  });

  it('shows its schema, with all that AppSync adds', async () => {
    const query = '{ __schema { types { name specifiedByURL isOneOf } directives { name isRepeatable } description } }';
    const { data, errors } = await ask<{ __schema: { types: { name: string }[]; directives: { name: string }[] } }>(
      host,
      query,
    );
    expect(errors).toEqual([]);
    expect(data?.__schema.types.map(({ name }) => name)).toEqual(expect.arrayContaining(['AWSJSON', 'AWSDateTime']));
    expect(data?.__schema.directives.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['aws_subscribe', 'aws_iam']),
    );
  });
});
