import { setTimeout as sleep } from 'node:timers/promises';
import { signRequest } from '../schema/wire/sign-request.ts';
import type { Calls } from './api-documents.ts';
import { documents } from './api-documents.ts';
import type { Config } from './function-config.ts';
import { ApiRefusal } from './generation-failure.ts';

/**
 * The API's internal fields. Each call is safe to repeat, and is repeated when its answer is lost, or is 429, 5xx or a
 * firewall's 403.
 * @throws ApiRefusal what the API says against it, e.g. `AttemptLost` or `NotFound`
 * @throws Error the API could not be reached, or kept failing
 */
export interface SnippetApi {
  call<Field extends keyof Calls>(field: Field, variables: Calls[Field]['in']): Promise<Calls[Field]['out']>;
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { errorType?: string | null; message: string }[];
}

/** What the calls know of the world outside. */
export interface Outside {
  readonly fetch: typeof fetch;
  /** In milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** At least 0, below 1. */
  readonly chance: () => number;
}

type ApiConfig = Pick<Config, 'apiUrl' | 'region' | 'credentials'> & {
  /** For how long a call is repeated, in milliseconds. A worker gives its lease; 10 s when left out. */
  readonly repeatForMs?: number;
};

const ONE_TRY_MS = 10_000;
const REPEAT_FOR_MS = 10_000;
/** The longest pause before the second try; it doubles with each further one, up to the most, and of that a share by chance. */
const PAUSE_MS = 200;
const MOST_PAUSE_MS = 8_000;

/**
 * The API over HTTP, signed with the function's own credentials. A plain `fetch`: graphql-request would bring a GraphQL
 * parser into every cold start.
 */
export function createSnippetApi(config: ApiConfig, outside: Outside = realWorld): SnippetApi {
  return {
    async call(field, variables) {
      const body = JSON.stringify({ query: documents[field], variables });
      const until = outside.now() + (config.repeatForMs ?? REPEAT_FOR_MS);
      for (let tried = 1; ; tried++) {
        try {
          return read(await post(config, body, outside), field);
        } catch (error) {
          const pauseMs = outside.chance() * Math.min(MOST_PAUSE_MS, PAUSE_MS * 2 ** (tried - 1));
          if (error instanceof ApiRefusal || outside.now() + pauseMs >= until) throw error;
          await outside.pause(pauseMs);
        }
      }
    },
  };
}

const realWorld: Outside = { fetch, now: () => performance.now(), pause: sleep, chance: Math.random };

async function post(config: ApiConfig, body: string, outside: Outside): Promise<Answer> {
  const headers = await signRequest(config.apiUrl, body, config.credentials(), config.region);
  const signal = AbortSignal.timeout(ONE_TRY_MS);
  const response = await outside.fetch(config.apiUrl, { method: 'POST', headers, body, signal });
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
