import type { IamCredentials } from '../schema/wire/sign-request.ts';
import { refuseWrongCredential } from './checked-options.ts';
import type { ErrorContext } from './client-errors.ts';

/** What proves who calls: the API's key, a user's JSON Web Token, or the keys of an IAM principal. */
export type Credential =
  | { readonly apiKey: string }
  | { readonly token: string }
  | { readonly credentials: IamCredentials; readonly region: string };

/** A credential, or a function that gives the current one: it is asked for every request, connection and subscription. */
export type Auth = Credential | (() => Credential | Promise<Credential>);

/** Headers of an HTTP request with this body. */
export async function requestHeaders(auth: Auth, url: URL, body: string): Promise<Record<string, string>> {
  const credential = await current(auth);
  if ('apiKey' in credential) return { 'x-api-key': credential.apiKey };
  if ('token' in credential) return { authorization: credential.token };
  return sign(credential, url, body, { 'content-type': 'application/json' });
}

/**
 * What the real-time protocol takes in place of headers.
 * @param signedUrl what an IAM signature covers: `<url>/connect` with body `{}` to connect, the URL itself with the
 * subscription's text to subscribe (AppSync Developer Guide, "Building a real-time WebSocket client")
 */
export async function realtimeHeader(auth: Auth, signedUrl: URL, body: string): Promise<Record<string, string>> {
  const credential = await current(auth);
  const { host } = signedUrl;
  if ('apiKey' in credential) return { host, 'x-api-key': credential.apiKey };
  if ('token' in credential) return { host, Authorization: credential.token };
  return sign(credential, signedUrl, body, {
    accept: 'application/json, text/javascript',
    'content-encoding': 'amz-1.0',
    'content-type': 'application/json; charset=UTF-8',
  });
}

async function current(auth: Auth): Promise<Credential> {
  if (typeof auth !== 'function') return auth;
  const credential = await auth();
  refuseWrongCredential(credential, 'what the function auth gave');
  return credential;
}

/** What errors of an API are told with: its address, and its credential in the caller's words. */
export function errorContextAt(url: URL, auth: Auth): (operation: string) => ErrorContext {
  const address = `${url.origin}${url.pathname}`;
  const credential = wordsFor(auth);
  return (operation) => ({ operation, address, credential });
}

function wordsFor(auth: Auth): string {
  if (typeof auth === 'function') return 'what the function auth gave';
  if ('apiKey' in auth) return 'the key in auth.apiKey';
  if ('token' in auth) return 'the token in auth.token, which may have expired';
  return 'the signature made of auth.credentials for auth.region';
}

type IamCredential = Extract<Credential, { credentials: IamCredentials }>;

/** Loaded when needed, so that a browser with a key or a token does not carry it. */
async function sign(credential: IamCredential, url: URL, body: string, headers: Record<string, string>) {
  const { signRequest } = await import('../schema/wire/sign-request.ts');
  return signRequest(url, body, credential.credentials, credential.region, headers);
}
