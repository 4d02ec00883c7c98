import { createHash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '@smithy/core/checksum';
import { describe, expect, it } from 'vitest';
import { signRequest } from '../../../../schema/wire/sign-request.ts';
import type { Principal, SignedRequest } from '../../../../infra/local/identity/signatures.ts';
import { verifySignature } from '../../../../infra/local/identity/signatures.ts';

const key: Principal = { name: 'functions', secretAccessKey: 'local-secret', region: 'us-east-1' };
const credentials = (accessKeyId: string) => (accessKeyId === 'LOCALKEY' ? key : undefined);
const body = Buffer.from('{"query":"{ snippets { nextToken } }"}');
const url = new URL('http://127.0.0.1:4000/graphql');

/** A call of the API, signed by the client that the functions use. */
async function apiCall(): Promise<SignedRequest> {
  const headers = await signRequest(
    url,
    body.toString(),
    { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret' },
    'us-east-1',
  );
  return { method: 'POST', url: '/graphql', headers, body, service: 'appsync', credentials, now: new Date() };
}

function signer(service: string, uriEscapePath = true, sessionToken?: string): SignatureV4 {
  const keys = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret' };
  return new SignatureV4({
    service,
    region: 'us-east-1',
    sha256: Sha256,
    uriEscapePath,
    credentials: sessionToken ? { ...keys, sessionToken } : keys,
  });
}

describe('signatures published by AWS', () => {
  const secrets: Record<string, Principal> = {
    AKIDEXAMPLE: { name: 'suite', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', region: 'us-east-1' },
    AKIAIOSFODNN7EXAMPLE: {
      name: 'docs',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      region: 'us-east-1',
    },
  };
  const known = (accessKeyId: string) => secrets[accessKeyId];
  const scope = 'AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request';
  const empty = createHash('sha256').digest('hex');

  it('accepts get-vanilla of the signature test suite', async () => {
    const result = await verifySignature({
      method: 'GET',
      url: '/',
      headers: {
        Host: 'example.amazonaws.com',
        'X-Amz-Date': '20150830T123600Z',
        Authorization:
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, ' +
          'Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
      },
      body: undefined,
      service: 'service',
      credentials: known,
      now: new Date('2015-08-30T12:36:00Z'),
    });
    expect(result).toEqual({ ok: true, name: 'suite', accessKeyId: 'AKIDEXAMPLE' });
  });

  it("accepts the GetObject example of S3's documentation", async () => {
    const result = await verifySignature({
      method: 'GET',
      url: '/test.txt',
      headers: {
        host: 'examplebucket.s3.amazonaws.com',
        range: 'bytes=0-9',
        'x-amz-content-sha256': empty,
        'x-amz-date': '20130524T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
          'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
          'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      },
      body: undefined,
      service: 's3',
      credentials: known,
      now: new Date('2013-05-24T00:00:00Z'),
    });
    expect(result).toMatchObject({ ok: true });
  });

  const link = (expires = 86400): SignedRequest => ({
    method: 'GET',
    url:
      `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${scope}&X-Amz-Date=20130524T000000Z` +
      `&X-Amz-Expires=${expires}&X-Amz-SignedHeaders=host` +
      '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    headers: { host: 'examplebucket.s3.amazonaws.com' },
    body: undefined,
    service: 's3',
    credentials: known,
    now: new Date('2013-05-24T23:59:00Z'),
  });

  it("accepts the presigned link of S3's documentation", async () => {
    expect(await verifySignature(link())).toMatchObject({ ok: true, name: 'docs' });
  });

  it('refuses that link a second after its day, and with a longer day', async () => {
    const late = await verifySignature({ ...link(), now: new Date('2013-05-25T00:00:01Z') });
    expect(late).toMatchObject({ ok: false, fault: 'link-expired', message: 'Request has expired' });
    expect(await verifySignature(link(172800))).toMatchObject({ ok: false, fault: 'mismatch' });
    expect(await verifySignature(link(604801))).toMatchObject({ ok: false, fault: 'incomplete' });
  });
});

describe('a signed call of the API', () => {
  it('names the principal', async () => {
    expect(await verifySignature(await apiCall())).toEqual({ ok: true, name: 'functions', accessKeyId: 'LOCALKEY' });
  });

  const changes: [string, (call: SignedRequest) => Partial<SignedRequest>, object][] = [
    [
      'another body',
      () => ({ body: Buffer.from('{}') }),
      { errorType: 'InvalidSignatureException', fault: 'mismatch' },
    ],
    ['another method', () => ({ method: 'PUT' }), { errorType: 'InvalidSignatureException', fault: 'mismatch' }],
    ['another path', () => ({ url: '/graphql/connect' }), { errorType: 'InvalidSignatureException' }],
    ['one more parameter', () => ({ url: '/graphql?a=1' }), { errorType: 'InvalidSignatureException' }],
    [
      'another host',
      (call) => ({ headers: { ...call.headers, host: 'example.com' } }),
      {
        errorType: 'InvalidSignatureException',
        message:
          'The request signature we calculated does not match the signature you provided. Check your AWS Secret ' +
          'Access Key and signing method. Consult the service documentation for details.',
      },
    ],
    [
      'an unknown key',
      () => ({ credentials: () => undefined }),
      {
        errorType: 'UnrecognizedClientException',
        message: 'The security token included in the request is invalid.',
      },
    ],
    [
      'another secret',
      () => ({ credentials: () => ({ ...key, secretAccessKey: 'other' }) }),
      { errorType: 'InvalidSignatureException', fault: 'mismatch' },
    ],
    [
      'a session token nobody was given',
      () => ({ credentials: () => ({ ...key, sessionToken: 't' }) }),
      { fault: 'unknown-key' },
    ],
    [
      'another service',
      () => ({ service: 'bedrock' }),
      {
        errorType: 'InvalidSignatureException',
        fault: 'mismatch',
        message: "Credential should be scoped to correct service: 'bedrock'.",
      },
    ],
    [
      'another region',
      () => ({ credentials: () => ({ ...key, region: 'eu-west-1' }) }),
      {
        errorType: 'InvalidSignatureException',
        fault: 'mismatch',
        message: "Credential should be scoped to a valid region, not 'us-east-1'.",
      },
    ],
    [
      'no signature',
      ({ headers: { authorization: _, ...headers } }) => ({ headers }),
      { errorType: 'MissingAuthenticationTokenException', fault: 'missing' },
    ],
    [
      'half a signature',
      ({ headers }) => ({
        headers: { ...headers, authorization: (headers['authorization'] ?? '').replace(/, Signature=.*/, '') },
      }),
      { errorType: 'IncompleteSignatureException', message: "Authorization requires 'Signature' parameter." },
    ],
    [
      'a date that is not signed',
      ({ headers }) => ({
        headers: { ...headers, authorization: (headers['authorization'] ?? '').replace('x-amz-date', 'date') },
      }),
      { errorType: 'IncompleteSignatureException' },
    ],
    [
      'an altered date',
      ({ headers }) => ({
        headers: { ...headers, 'x-amz-date': (headers['x-amz-date'] ?? '').replace(/..Z$/, '61Z') },
      }),
      { errorType: 'IncompleteSignatureException' },
    ],
  ];
  it.each(changes)('is refused with %s', async (_, change, refusal) => {
    const call = await apiCall();
    expect(await verifySignature({ ...call, ...change(call) })).toMatchObject({ ok: false, ...refusal });
  });

  it('is refused when the hash it signed is not that of its body', async () => {
    const headers = { host: '127.0.0.1:4000', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const request = {
      method: 'POST',
      path: '/graphql',
      protocol: 'http:',
      hostname: '127.0.0.1',
      query: {},
      headers,
      body,
    };
    const signed = await signer('appsync').sign(request);
    const call = { ...(await apiCall()), headers: signed.headers };
    expect(await verifySignature(call)).toMatchObject({ ok: false, fault: 'mismatch' });
  });

  it('is good for five minutes to both sides and says so afterwards', async () => {
    const call = await apiCall();
    const sent = Date.parse((call.headers['x-amz-date'] ?? '').replace(/(....)(..)(..)T(..)(..)/, '$1-$2-$3T$4:$5:'));
    const at = (seconds: number) => verifySignature({ ...call, now: new Date(sent + seconds * 1000) });
    expect(await at(300)).toMatchObject({ ok: true });
    expect(await at(-300)).toMatchObject({ ok: true });
    expect(await at(301)).toMatchObject({
      errorType: 'InvalidSignatureException',
      message: expect.stringMatching(
        /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
      ),
    });
    expect(await at(-301)).toMatchObject({
      errorType: 'InvalidSignatureException',
      message: expect.stringMatching(/^Signature not yet current: .* is still later than .* \+ 5 min\.\)$/),
    });
  });
});

it('holds the session token of temporary credentials against the one that was given', async () => {
  const request = {
    method: 'POST',
    path: '/graphql',
    protocol: 'http:',
    hostname: 'a',
    query: {},
    headers: { host: 'a' },
    body,
  };
  const { headers } = await signer('appsync', true, 'token').sign(request);
  const call = { ...(await apiCall()), headers };
  const given = (sessionToken?: string) => () => ({ ...key, sessionToken });
  expect(await verifySignature({ ...call, credentials: given('token') })).toMatchObject({ ok: true });
  expect(await verifySignature({ ...call, credentials: given('other') })).toMatchObject({ fault: 'unknown-key' });
  expect(await verifySignature({ ...call, credentials: given() })).toMatchObject({ fault: 'unknown-key' });
});

it.each([
  ['bedrock', true, '/bedrock/model/a%3Ab/converse'],
  ['s3', false, '/s3/bucket/code-output/a%3Ab%20c.py'],
] as const)('reads a path with a percent sign as %s signs it', async (service, uriEscapePath, path) => {
  const headers = { host: 'a', 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') };
  const request = {
    method: 'POST',
    path,
    protocol: 'http:',
    hostname: 'a',
    query: { 'a b': ['2', '1'] },
    headers,
    body,
  };
  const signed = await signer(service, uriEscapePath).sign(request);
  const call = { ...(await apiCall()), url: `${path}?a%20b=2&a%20b=1`, headers: signed.headers, service };
  expect(await verifySignature(call)).toMatchObject({ ok: true });
  expect(await verifySignature({ ...call, url: call.url.replace('%3A', ':') })).toMatchObject({ fault: 'mismatch' });
});
