import { timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../../identity/signatures.ts';
import { verifySignature } from '../../identity/signatures.ts';

/** The caller of a request, by the kind of credential. Resolvers read `identity` as `ctx.identity`. */
export type Caller =
  | { readonly mode: 'API_KEY'; readonly identity: null }
  | { readonly mode: 'AWS_IAM'; readonly identity: Record<string, unknown>; readonly principal: string }
  | { readonly mode: 'AMAZON_COGNITO_USER_POOLS'; readonly identity: Record<string, unknown> };

export interface AuthRefusal {
  readonly status: 401 | 403;
  readonly errorType: string;
  readonly message: string;
}

export type Authentication =
  { readonly ok: true; readonly caller: Caller } | { readonly ok: false; readonly refusal: AuthRefusal };

/** A request as far as it says who sends it. */
export interface CredentialedRequest {
  readonly method: string;
  /** Raw path and query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string[];
}

export interface Authenticator {
  authenticate(request: CredentialedRequest): Promise<Authentication>;
}

export interface AuthenticatorOptions {
  readonly apiKey: string;
  readonly credentials: Credentials;
  /** Gives the identity of a valid token; left out, every token is refused. Rejects with the public reason as message. */
  readonly verifyToken?: (token: string) => Promise<Record<string, unknown>>;
  readonly now: () => Date;
}

const ACCOUNT = '000000000000';
const NOT_AUTHORIZED = 'You are not authorized to make this call.';

/** API key, IAM signature or token, told apart as AppSync does with several modes: the key's header first. */
export function createAuthenticator({ apiKey, credentials, verifyToken, now }: AuthenticatorOptions): Authenticator {
  return {
    async authenticate(request) {
      const key = request.headers['x-api-key'];
      const authorization = request.headers['authorization'] ?? '';
      if (key !== undefined) {
        return isSame(key, apiKey)
          ? { ok: true, caller: { mode: 'API_KEY', identity: null } }
          : refused(NOT_AUTHORIZED);
      }
      if (authorization === '') return refused('Valid authorization header not provided.');
      if (authorization.startsWith('AWS4-HMAC-SHA256')) return verifyIam(request);
      if (!verifyToken) return refused('Valid authorization header not provided.');
      try {
        const identity = await verifyToken(authorization.replace(/^Bearer /i, ''));
        return {
          ok: true,
          caller: { mode: 'AMAZON_COGNITO_USER_POOLS', identity: { ...identity, sourceIp: request.sourceIp } },
        };
      } catch (error) {
        return refused(error instanceof Error ? error.message : NOT_AUTHORIZED);
      }
    },
  };

  async function verifyIam({ sourceIp, ...request }: CredentialedRequest): Promise<Authentication> {
    const result = await verifySignature({ ...request, service: 'appsync', credentials, now: now() });
    if (!result.ok) {
      const { errorType, message } = result;
      return { ok: false, refusal: { status: 403, errorType, message } };
    }
    const identity = {
      accountId: ACCOUNT,
      cognitoIdentityPoolId: null,
      cognitoIdentityId: null,
      sourceIp,
      username: `${result.accessKeyId}:${result.name}`,
      userArn: `arn:aws:sts::${ACCOUNT}:assumed-role/${result.name}/local`,
      cognitoIdentityAuthType: null,
      cognitoIdentityAuthProvider: null,
    };
    return { ok: true, caller: { mode: 'AWS_IAM', identity, principal: result.name } };
  }
}

function refused(message: string): Authentication {
  return { ok: false, refusal: { status: 401, errorType: 'UnauthorizedException', message } };
}

function isSame(given: string, right: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
