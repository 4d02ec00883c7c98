import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { listen } from '../hosts/listen.ts';

/** What a test says of the issuer, and sees of it. */
export interface FakeIssuer {
  readonly issuer: string;
  /** What it was asked for at its token endpoint: `authorization_code` or `refresh_token`. */
  readonly grants: string[];
  /** Where people were sent to sign out. */
  readonly signedOut: URLSearchParams[];
  /** Gives the access tokens. */
  token: () => Promise<string> | string;
  /** In seconds. */
  life: number;
  /** Whether a refresh token gets the next. */
  renews: boolean;
  /** In place of a code, the error that people come back with. */
  refusal: string | undefined;
  /** Of the ID token, in place of the right one. */
  nonce: string | undefined;
}

const CLIENT = 'page-client';

/**
 * An issuer of tokens as Cognito is one for a client without a secret: discovery, code flow with PKCE, refresh, and a
 * sign-out by hand. Whoever comes to it is signed in at once.
 */
export async function startIssuer(): Promise<FakeIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { challenge: string; redirectUri: string; nonce: string }>();
  const fake: FakeIssuer = {
    ...{ issuer: '', grants: [], signedOut: [], life: 3600, renews: true },
    ...{ refusal: undefined, nonce: undefined },
    token: () => randomUUID(),
  };

  const authorize = (query: URLSearchParams, response: ServerResponse): void => {
    const redirectUri = query.get('redirect_uri') ?? '';
    const back = new URL(redirectUri);
    back.searchParams.set('state', query.get('state') ?? '');
    if (fake.refusal !== undefined) {
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_description', fake.refusal);
    } else {
      const code = randomUUID();
      const [challenge = '', nonce = ''] = [query.get('code_challenge') ?? '', query.get('nonce') ?? ''];
      codes.set(code, { challenge, redirectUri, nonce });
      back.searchParams.set('code', code);
    }
    const wrong = query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256';
    if (wrong || query.get('client_id') !== CLIENT) return void response.writeHead(400).end('wrong request');
    response.writeHead(302, { location: back.href }).end();
  };

  const grant = async (form: URLSearchParams): Promise<object | string> => {
    const kind = form.get('grant_type') ?? '';
    fake.grants.push(kind);
    if (form.get('client_id') !== CLIENT) return 'invalid_client';
    const common = { access_token: await fake.token(), token_type: 'Bearer', expires_in: fake.life };
    if (kind === 'refresh_token')
      return fake.renews && form.get('refresh_token') === 'refresh' ? common : 'invalid_grant';
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge || code.redirectUri !== form.get('redirect_uri')) return 'invalid_grant';
    const idToken = await new SignJWT({ nonce: fake.nonce ?? code.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(fake.issuer)
      .setAudience(CLIENT)
      .setSubject('alice')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
    return { ...common, refresh_token: 'refresh', id_token: idToken };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('access-control-allow-origin', '*');
    const url = new URL(request.url ?? '/', fake.issuer);
    if (url.pathname === '/oauth2/authorize') return authorize(url.searchParams, response);
    if (url.pathname === '/logout') {
      fake.signedOut.push(url.searchParams);
      return void response.writeHead(302, { location: url.searchParams.get('logout_uri') ?? '/' }).end();
    }
    const answers: Record<string, () => object | Promise<object | string>> = {
      '/.well-known/openid-configuration': () => ({
        issuer: fake.issuer,
        authorization_endpoint: `${fake.issuer}/oauth2/authorize`,
        token_endpoint: `${fake.issuer}/oauth2/token`,
        jwks_uri: `${fake.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': () => ({ keys: [key] }),
      '/oauth2/token': async () => grant(new URLSearchParams(await text(request))),
    };
    const given = await answers[url.pathname]?.();
    const isError = typeof given === 'string';
    response.writeHead(given === undefined ? 404 : isError ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isError ? { error: given } : given));
  };
  const issuer = await listen((request, response) => void answer(request, response));
  return Object.assign(fake, { issuer });
}

/** How a page signs people in there. */
export function signInAt({ issuer }: FakeIssuer): { issuer: string; clientId: string; loginUrl: string } {
  return { issuer, clientId: CLIENT, loginUrl: issuer };
}
