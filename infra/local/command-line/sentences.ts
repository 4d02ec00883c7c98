import {
  BadAnswerError,
  NetworkError,
  RefusedError,
  SnipstreamError,
  UnauthorizedError,
} from '../../../client/client-errors.ts';
import type { Snippet } from '../../../client/snippet.ts';
import { languages } from '../../../schema/languages.ts';

/** One clear sentence about what went wrong. */
export function sentenceFor(error: unknown, url: string | undefined): string {
  if (error instanceof NetworkError) return `Nobody answers at ${url}.`;
  if (error instanceof UnauthorizedError) return `The API at ${url} does not accept the key: ${error.detail}`;
  if (error instanceof RefusedError) return `The API refused (${error.name}): ${error.detail}`;
  if (error instanceof BadAnswerError && error.status !== null && error.status >= 500) {
    return `The API at ${url} answers with HTTP ${error.status}: try again in a moment.`;
  }
  if (error instanceof SnipstreamError) return `What answers at ${url} is no Snipstream API.`;
  return error instanceof Error ? error.message : String(error);
}

/** Why there is no code. */
export function sentenceOfFailure({ id, status, failure }: Snippet): string {
  if (status === 'CANCELLED') return `The snippet ${id} was cancelled.`;
  if (!failure) return `The snippet ${id} is ${status}.`;
  const { message, modelMessage } = failure;
  // A local host says them in its message.
  const words = !modelMessage || message.includes(modelMessage) ? '' : ` It said: ${modelMessage}`;
  return `${message}${words}${failure.retryable ? ' Trying again may help.' : ''}`;
}

/** What a look at the syntax of the code found: its first fault with its line, where there is one. */
export function sentenceOfCheck({ check, language }: Snippet): string {
  const { title } = languages[language];
  if (!check || check.state === 'NOT_CHECKED') return 'The syntax was not checked.';
  const repaired = check.repaired ? ', after a repair' : '';
  const [first, ...others] = check.faults;
  if (!first) return `Checked: no fault of ${title} syntax${repaired}.`;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `Not well-formed ${title}${repaired}: line ${first.line}, column ${first.column}: ${first.message}${more}`;
}
