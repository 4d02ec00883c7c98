import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { errors, jwtVerify, SignJWT } from 'jose';
import { join } from 'node:path';
import type { TextFormat } from '../data-folder/write-once.ts';
import { readOrCreate } from '../data-folder/write-once.ts';

/** The user pool of a data folder: it gives tokens shaped as Cognito's, and knows its own again. */
export interface Tokens {
  /** An ID token for a user of this name, for an hour. The same name is always the same user. */
  issue(username: string): Promise<string>;
  /**
   * The identity behind a token, as resolvers read it.
   * @throws Error with AppSync's words for what is wrong with it
   */
  verify(token: string): Promise<Record<string, unknown>>;
}

const ISSUER = 'https://cognito-idp.local/us-east-1_local';
const AUDIENCE = 'snipstream-local';
const ALGORITHM = 'RS256';

/** @throws FolderFault the key of the folder cannot be read */
export function openTokens(dataFolder: string): Tokens {
  const file = join(dataFolder, 'token-key.pem');
  let kept: KeyObject | undefined;
  const privateKey = (): KeyObject => (kept ??= createPrivateKey(readOrCreate(file, keyText)));
  // Made when first needed, as that takes a while; but one that is damaged is told of at once.
  if (existsSync(file)) privateKey();
  return {
    issue: (username) =>
      new SignJWT({ 'cognito:username': username, token_use: 'id' })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(subjectOf(username))
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey()),
    async verify(token) {
      try {
        const options = { issuer: ISSUER, audience: AUDIENCE, algorithms: [ALGORITHM], requiredClaims: ['sub', 'exp'] };
        const { payload } = await jwtVerify(token, createPublicKey(privateKey()), options);
        return {
          sub: payload.sub,
          issuer: ISSUER,
          username: payload['cognito:username'],
          claims: payload,
          groups: payload['cognito:groups'] ?? null,
          defaultAuthStrategy: 'ALLOW',
        };
      } catch (cause) {
        throw new Error(wordsFor(cause), { cause });
      }
    },
  };
}

const keyText: TextFormat = {
  make() {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  },
  isWhole(text) {
    try {
      return createPrivateKey(text).asymmetricKeyType === 'rsa';
    } catch {
      return false;
    }
  },
};

function wordsFor(cause: unknown): string {
  if (cause instanceof errors.JWTExpired) return 'Token has expired.';
  if (cause instanceof errors.JWSInvalid || cause instanceof errors.JWTInvalid) return 'Unable to parse JWT token.';
  return 'You are not authorized to make this call.';
}

/** A UUID that follows from the name. */
function subjectOf(username: string): string {
  const hex = createHash('sha256').update(username).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
