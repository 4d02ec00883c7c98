import type { IamCredentials } from '../../schema/wire/sign-request.ts';
import { signRequest } from '../../schema/wire/sign-request.ts';
import type { Evaluated } from '../local/appsync/resolving/evaluate-handler.ts';
import type { Answer } from './compare-answers.ts';

/** The endpoint, region and credentials for calls of EvaluateCode. */
export interface EvaluationService {
  /** `https://appsync.eu-central-1.amazonaws.com`, without a slash at its end. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: () => Promise<IamCredentials>;
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly pauseMs: number;
}

/** Most characters of a context (https://docs.aws.amazon.com/appsync/latest/APIReference/API_EvaluateCode.html). */
export const LONGEST_CONTEXT = 28_000;

const REPEATS = 3;
const PATH = '/v1/dataplane-evaluatecode';

interface Said {
  readonly evaluationResult?: string;
  readonly error?: { readonly message: string; readonly codeErrors?: readonly { readonly value: string }[] };
  readonly stash?: string;
  readonly outErrors?: string;
}

/**
 * Evaluates one handler on AppSync. A throttled call, and one that failed on AWS's side, is repeated three times.
 * @throws Error AWS refused the call; the message names the status and what AWS says
 */
export async function evaluateOnAws(
  service: EvaluationService,
  { code, handler, context }: Evaluated,
): Promise<Answer> {
  const runtime = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' };
  const body = JSON.stringify({ runtime, code, context: JSON.stringify(context), function: handler });
  for (let attempt = 0; ; attempt += 1) {
    const response = await post(service, body);
    const text = await response.text();
    if (response.ok) return answerIn(JSON.parse(text) as Said);
    const mayRepeat = response.status === 429 || response.status >= 500;
    if (!mayRepeat || attempt === REPEATS) {
      throw new Error(`EvaluateCode answered ${response.status}: ${text.slice(0, 500)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, service.pauseMs * 2 ** attempt));
  }
}

async function post({ endpoint, region, credentials }: EvaluationService, body: string): Promise<Response> {
  const url = new URL(PATH, endpoint);
  const headers = await signRequest(url, body, await credentials(), region);
  return fetch(url, { method: 'POST', headers, body });
}

function answerIn({ evaluationResult, error, stash, outErrors }: Said): Answer {
  const faults = (error?.codeErrors ?? []).map(({ value }) => value);
  return {
    result: error ? null : parsed(evaluationResult),
    error: error && withoutPlace([error.message, ...faults].join(' ')),
    appended: ((parsed(outErrors) as { message: string }[] | null) ?? []).map(({ message }) => message),
    stash: error || stash === undefined ? undefined : parsed(stash),
  };
}

/** Nothing, and an empty text, is null. */
function parsed(text: string | undefined): unknown {
  return text ? (JSON.parse(text) as unknown) : null;
}

/** A fault in the code is said with its place, which a bundle that was loaded otherwise does not share. */
export function withoutPlace(message: string): string {
  return message.replace(/^code\.js:\d+:\d+: /, '');
}
