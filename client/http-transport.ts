import { ClientError, GraphQLClient } from 'graphql-request';
import type { RequestMiddleware } from 'graphql-request';
import type { Auth } from './client-auth.ts';
import { errorContextAt, requestHeaders } from './client-auth.ts';
import type { ErrorContext, ErrorEntry, SnipstreamError } from './client-errors.ts';
import {
  BadAnswerError,
  errorOf,
  isTransient,
  NetworkError,
  RefusedError,
  UnauthorizedError,
} from './client-errors.ts';
import type { TypedDocumentString } from './operations/operations.generated.ts';
import type { Waits } from './wait-and-retry-times.ts';
import { backOff } from './wait-and-retry-times.ts';

const TRIES = 4;

/** One call of one root field. */
export interface Call<Result, Variables, Field extends keyof Result & string> {
  readonly field: Field;
  readonly document: TypedDocumentString<Result, Variables>;
  readonly variables: Variables;
  /** Whether to repeat the call when its answer is lost. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The API over HTTP. */
export interface Http {
  /** Returns the context for errors of a call of this field. */
  asked(field: string): ErrorContext;
  /**
   * Calls the field and returns its value.
   * @throws SnipstreamError if the call fails
   * @throws the reason of the signal if it is aborted
   */
  ask<Result, Variables extends object, Field extends keyof Result & string>(
    call: Call<Result, Variables, Field>,
  ): Promise<Result[Field]>;
}

export interface HttpOptions {
  readonly url: URL;
  readonly auth: Auth;
  readonly fetch: typeof globalThis.fetch;
  readonly waits: Waits;
}

export function createHttp({ url, auth, fetch, waits }: HttpOptions): Http {
  const asked = errorContextAt(url, auth);
  const requestMiddleware: RequestMiddleware = async (request) => {
    const headers = new Headers(request.headers);
    const credential = await requestHeaders(auth, url, String(request.body)).catch((error: unknown) => {
      throw new NoCredential('auth', { cause: error });
    });
    for (const [name, value] of Object.entries(credential)) if (name !== 'host') headers.set(name, value);
    return { ...request, headers };
  };
  // Without an operation name graphql-request does not parse the document at each call; a document here has one operation.
  const client = new GraphQLClient(url.href, { fetch, requestMiddleware, excludeOperationName: true });

  async function tryOnce<Result, Variables extends object, Field extends keyof Result & string>(
    call: Call<Result, Variables, Field>,
  ): Promise<Result[Field]> {
    const limit = AbortSignal.timeout(waits.answer);
    const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
    const { document, variables } = call;
    const data = await client
      .request<Result>({ document: String(document), variables, signal })
      .catch((error: unknown) => {
        call.signal?.throwIfAborted();
        throw readError(asked(call.field), error);
      });
    const value = data?.[call.field];
    if (value === undefined) throw new BadAnswerError(asked(call.field), 200);
    return value;
  }

  return {
    asked,
    async ask(call) {
      for (let count = 0; ; count++) {
        try {
          return await tryOnce(call);
        } catch (error) {
          if (!call.repeatable || !isTransient(error) || count === TRIES - 1) throw error;
          await backOff(waits, count, call.signal);
        }
      }
    },
  };
}

/** Tells a failure of the caller's own `auth` function, which the caller gets as it is, from one of the request. */
class NoCredential extends Error {}

/**
 * Ours for what graphql-request throws. None of its errors is passed on, since their messages hold the variables and the
 * answer: a ClientError for a refusal, and for what it cannot read a SyntaxError or an `Invalid execution result`.
 */
function readError(asked: ErrorContext, error: unknown): unknown {
  if (error instanceof NoCredential) return error.cause;
  if (error instanceof ClientError) return readRefusal(asked, error.response.status, error.response.errors?.[0]);
  const unreadable = error instanceof Error && /^(SyntaxError: |Error: Invalid execution result)/.test(String(error));
  return unreadable ? new BadAnswerError(asked, 200) : new NetworkError(asked, error);
}

function readRefusal(asked: ErrorContext, status: number, entry: ErrorEntry | undefined): SnipstreamError {
  const detail = typeof entry?.message === 'string' ? entry.message : `HTTP ${status}`;
  if (status >= 500) return new BadAnswerError(asked, status);
  if (status === 401 || status === 403) return new UnauthorizedError(asked, detail);
  if (status === 429) return new RefusedError(asked, 'Throttled', detail);
  return entry ? errorOf(asked, entry) : new BadAnswerError(asked, status);
}
