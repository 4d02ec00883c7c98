/**
 * Checks the address of an API.
 * @throws TypeError if this client cannot call the address. The message says what is allowed.
 */
export function checkedUrl(given: unknown): URL {
  const likeThis = 'it is to be like http://127.0.0.1:4000/graphql';
  if (typeof given !== 'string' || given.trim() === '') throw new TypeError(`url is missing; ${likeThis}.`);
  if (!URL.canParse(given)) throw new TypeError(`url is "${given}"; ${likeThis}.`);
  const url = new URL(given);
  const { protocol, username, password, pathname, hostname } = url;
  if (username || password) throw new TypeError(`url holds a user name or a password; ${likeThis}.`);
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError(`url is "${given}"; ${likeThis}.`);
  if (pathname === '/') throw new TypeError(`url is "${given}"; /graphql is missing at its end.`);
  if (pathname.endsWith('/realtime') || /(?:^|\.)appsync-realtime-api\./.test(hostname)) {
    throw new TypeError(
      `url is "${given}", where the API takes subscriptions; ${likeThis}, and the rest follows from it.`,
    );
  }
  return url;
}

const FORMS = '{ apiKey }, { token }, { credentials, region } or a function that gives one of them';

/** Checks that `auth` is given. @throws TypeError if there is no `auth` or it is empty */
export function refuseWrongAuth(auth: unknown): void {
  if (typeof auth !== 'function') refuseWrongCredential(auth, 'auth');
}

/**
 * Checks the form of a credential. The message of the error never contains the credential itself.
 * @param name the name of the argument that the caller passed
 * @throws TypeError if it is not a credential
 */
export function refuseWrongCredential(credential: unknown, name: string): void {
  if (typeof credential !== 'object' || credential === null)
    throw new TypeError(`${name} is missing; it is to be ${FORMS}.`);
  const { apiKey, token, credentials, region } = credential as Record<string, unknown>;
  for (const [part, value] of Object.entries({ apiKey, token })) {
    if (!(part in credential)) continue;
    if (typeof value !== 'string' || value.trim() === '') throw new TypeError(`${name}: ${part} is empty.`);
    if (!/^[\x20-\x7e]+$/.test(value)) throw new TypeError(`${name}: ${part} holds a character that no header may.`);
    return;
  }
  if (typeof credentials !== 'object' || credentials === null) throw new TypeError(`${name} is none of ${FORMS}.`);
  if (typeof region !== 'string' || region === '')
    throw new TypeError(`${name}: region is missing beside credentials.`);
}
