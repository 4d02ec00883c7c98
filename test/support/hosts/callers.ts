import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Host } from '../../../infra/local/host.ts';
import { openPrincipals } from '../../../infra/local/identity/principals.ts';
import { openTokens } from '../../../infra/local/identity/user-pool.ts';
import type { IamCredentials } from '../../../schema/wire/sign-request.ts';

/** The headers with which somebody sends this body to this URL. */
export type HeadersFor = (url: URL, body: string) => Promise<Record<string, string>>;

const ISSUER = 'https://cognito-idp.local/us-east-1_local';
const AUDIENCE = 'snipstream-local';
const HOUR_MS = 3_600_000;

/** Everybody a host knows, and everybody it must not take for one of them. */
export function callersOf(host: Pick<Host, 'apiKey' | 'dataFolder'>) {
  const { functions, backend } = openPrincipals(host.dataFolder);
  const user = (name: string): HeadersFor => withToken(() => openTokens(host.dataFolder).issue(name));
  const claims = () => new SignJWT({}).setProtectedHeader({ alg: 'RS256' }).setSubject('x').setAudience(AUDIENCE);
  const ownKey = () => createPrivateKey(readFileSync(join(host.dataFolder, 'token-key.pem')));
  const known = {
    'the API key': async () => ({ 'x-api-key': host.apiKey }),
    alice: user('alice'),
    bob: user('bob'),
    'the IAM principal backend': signing(backend),
    'the IAM principal functions': signing(functions),
  } satisfies Record<string, HeadersFor>;
  const unknown = {
    'nobody at all': async () => ({}),
    'a wrong API key': async () => ({ 'x-api-key': 'da2-wrong' }),
    'a token that has expired': withToken(() => claims().setIssuer(ISSUER).setExpirationTime(1).sign(ownKey())),
    'a token of another issuer': withToken(() =>
      claims().setIssuer('https://else').setExpirationTime('1h').sign(ownKey()),
    ),
    'a token signed by another key': withToken(() => claims().setIssuer(ISSUER).setExpirationTime('1h').sign(otherKey)),
    'a token that is not signed': withToken(async () =>
      new UnsecuredJWT({}).setSubject('x').setIssuer(ISSUER).setAudience(AUDIENCE).setExpirationTime('1h').encode(),
    ),
    'a signature by another secret': signing({ ...backend, secretAccessKey: 'wrong' }),
    'a signature by a key that nobody has': signing({ ...backend, accessKeyId: 'AKIDNOBODY' }),
    'a signature of an hour ago': signing(backend, { date: () => new Date(Date.now() - HOUR_MS) }),
    'a signature for another region': signing(functions, { region: 'eu-west-1' }),
    'a signature for another service': signing(functions, { service: 's3' }),
  } satisfies Record<string, HeadersFor>;
  return { known, unknown };
}

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

function withToken(token: () => Promise<string>): HeadersFor {
  return async () => ({ authorization: await token() });
}

function signing(
  credentials: IamCredentials,
  { region = 'us-east-1', service = 'appsync', date = () => new Date() } = {},
): HeadersFor {
  const { accessKeyId, secretAccessKey } = credentials;
  const signer = new SignatureV4({ service, region, sha256: Sha256, credentials: { accessKeyId, secretAccessKey } });
  return async (url, body) => {
    const { headers } = await signer.sign(
      {
        ...{ method: 'POST', protocol: url.protocol, hostname: url.hostname, port: Number(url.port), query: {}, body },
        ...{ path: url.pathname, headers: { host: url.host } },
      },
      { signingDate: date() },
    );
    return headers;
  };
}
