import { setTimeout as sleep } from 'node:timers/promises';
import { signRequest } from '../schema/wire/sign-request.ts';
import type { Calls } from './api-documents.ts';
import { documents } from './api-documents.ts';
import type { Config } from './function-config.ts';
import { ApiRefusal } from './generation-failure.ts';

/**
 * The API's internal fields. Each call is safe to repeat, and is repeated when its answer is lost.
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

const TRIES = 4;
const ONE_TRY_MS = 10_000;

/**
 * The API over HTTP, signed with the function's own credentials. A plain `fetch`: graphql-request would bring a GraphQL
 * parser into every cold start.
 */
export function createSnippetApi(config: Pick<Config, 'apiUrl' | 'region' | 'credentials'>): SnippetApi {
  return {
    async call(field, variables) {
      const body = JSON.stringify({ query: documents[field], variables });
      for (let left = TRIES - 1; ; left--) {
        try {
          return read(await post(config, body), field);
        } catch (error) {
          if (error instanceof ApiRefusal || left === 0) throw error;
          await sleep(100 * 2 ** (TRIES - left) * Math.random());
        }
      }
    },
  };
}

async function post(config: Pick<Config, 'apiUrl' | 'region' | 'credentials'>, body: string): Promise<Answer> {
  const headers = await signRequest(config.apiUrl, body, config.credentials(), config.region);
  const response = await fetch(config.apiUrl, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(ONE_TRY_MS),
  });
  const answer = (await response.json()) as Answer;
  if (response.status >= 500 || response.status === 429) throw new Error(`The API answered ${response.status}.`);
  return answer;
}

function read<Out>(answer: Answer, field: string): Out {
  const error = answer.errors?.[0];
  if (error?.errorType === 'InternalFailure') throw new Error(`${field}: ${error.message}`);
  if (error) throw new ApiRefusal(error.errorType ?? 'Unknown', `${field}: ${error.message}`);
  return (answer.data?.[field] ?? null) as Out;
}
