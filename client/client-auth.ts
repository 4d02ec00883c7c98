import type { IamCredentials } from '../schema/wire/sign-request.ts';
import { refuseWrongCredential } from './checked-options.ts';
import type { ErrorContext } from './client-errors.ts';

/** A credential of the caller: the API key, the JSON Web Token of a user, or the keys of an IAM principal. */
export type Credential =
  | { readonly apiKey: string }
  | { readonly token: string }
  | { readonly credentials: IamCredentials; readonly region: string };

/**
 * A credential, or a function that returns the current one. The function is called for every request, connection and
 * subscription.
 */
export type Auth = Credential | (() => Credential | Promise<Credential>);

/** Returns the headers of an HTTP request with this body. */
export async function requestHeaders(auth: Auth, url: URL, body: string): Promise<Record<string, string>> {
  const credential = await current(auth);
  if ('apiKey' in credential) return { 'x-api-key': credential.apiKey };
  if ('token' in credential) return { authorization: credential.token };
  return sign(credential, url, body, { 'content-type': 'application/json' });
}

/**
 * Returns the object that the real-time protocol uses in place of headers.
 * @param signedUrl the URL that an IAM signature covers: `<url>/connect` with the body `{}` to connect, or the URL
 * itself with the text of the subscription to subscribe (AppSync Developer Guide, "Building a real-time WebSocket
 * client")
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

/** Returns a function that makes the context of an error from the name of an operation. */
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
