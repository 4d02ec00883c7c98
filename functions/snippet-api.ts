import { setTimeout as sleep } from 'node:timers/promises';
import { internalCalls } from '../schema/limits/worker-times.ts';
import { signRequest } from '../schema/wire/sign-request.ts';
import type { Calls } from './api-documents.ts';
import { documents } from './api-documents.ts';
import type { Config } from './function-config.ts';
import { ApiRefusal } from './generation-failure.ts';

/**
 * Calls the internal fields of the API. Each call is safe to repeat. It is repeated if its answer is lost, or if the
 * answer is 429, 5xx or the 403 of a firewall.
 * @throws ApiRefusal if the API refuses the call, for example with `AttemptLost` or `NotFound`
 * @throws Error if the API could not be reached or kept failing
 */
export interface SnippetApi {
  call<Field extends keyof Calls>(field: Field, variables: Calls[Field]['in']): Promise<Calls[Field]['out']>;
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { errorType?: string | null; message: string }[];
}

/** The clock, the random numbers and the network that the calls use. Tests hand in their own. */
export interface ApiCallDependencies {
  readonly fetch: typeof fetch;
  /** In milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Returns a number of at least 0 and below 1. */
  readonly chance: () => number;
}

type ApiConfig = Pick<Config, 'apiUrl' | 'region' | 'credentials'> & {
  /** For how long a call is repeated, in milliseconds. The worker passes the duration of its lease. */
  readonly repeatForMs?: number;
};

/**
 * The API over HTTP, signed with the function's own credentials. A plain `fetch`: graphql-request would bring a GraphQL
 * parser into every cold start.
 */
export function createSnippetApi(
  config: ApiConfig,
  dependencies: ApiCallDependencies = platformDependencies,
): SnippetApi {
  return {
    async call(field, variables) {
      const body = JSON.stringify({ query: documents[field], variables });
      const until = dependencies.now() + (config.repeatForMs ?? internalCalls.repeatForMs);
      for (let tried = 1; ; tried++) {
        try {
          return read(await post(config, body, dependencies), field);
        } catch (error) {
          const pauseMs = dependencies.chance() * mostPauseBefore(tried);
          if (error instanceof ApiRefusal || dependencies.now() + pauseMs >= until) throw error;
          await dependencies.pause(pauseMs);
        }
      }
    },
  };
}

/** The longest pause before the next try, in milliseconds. */
function mostPauseBefore(tried: number): number {
  return Math.min(internalCalls.mostPauseMs, internalCalls.pauseMs * 2 ** (tried - 1));
}

const platformDependencies: ApiCallDependencies = {
  fetch,
  now: () => performance.now(),
  pause: sleep,
  chance: Math.random,
};

async function post(config: ApiConfig, body: string, dependencies: ApiCallDependencies): Promise<Answer> {
  const headers = await signRequest(config.apiUrl, body, config.credentials(), config.region);
  const signal = AbortSignal.timeout(internalCalls.oneTryMs);
  const response = await dependencies.fetch(config.apiUrl, { method: 'POST', headers, body, signal });
  const { status } = response;
  if (status >= 500 || status === 429) {
    await response.body?.cancel();
    throw new Error(`The API answered ${status}.`);
  }
  const answer = (await response.json()) as Answer;
  if (status === 403 && isFirewalls(answer)) throw new Error('The firewall in front of the API answered 403.');
  return answer;
}

/** A firewall's refusal, which ends when fewer requests come; the API's own 403 of a signature does not end. */
function isFirewalls({ errors }: Answer): boolean {
  return errors?.[0]?.errorType === 'WAFForbiddenException';
}

function read<Out>(answer: Answer, field: string): Out {
  const error = answer.errors?.[0];
  if (error?.errorType === 'InternalFailure') throw new Error(`${field}: ${error.message}`);
  if (error) throw new ApiRefusal(error.errorType ?? 'Unknown', `${field}: ${error.message}`);
  return (answer.data?.[field] ?? null) as Out;
}
