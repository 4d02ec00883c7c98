import type { BedrockException } from '../models/local-model.ts';
import { LocalModelError } from '../models/local-model.ts';
import { errorText, statedStatus } from './openai-error.ts';

interface Server {
  readonly baseUrl: string;
  readonly model: string;
}

/** A server that no connection could be made to, or that let one wait for too long. */
export function unreachable({ baseUrl }: Server, error: unknown): LocalModelError {
  const code = causeCode(error);
  if (isTimeout(code)) return timedOut(baseUrl, error);
  return new LocalModelError(
    'ModelErrorException',
    `Nothing answers at ${baseUrl} (${code || String(error)}). Start the server there, or choose another model with --model.`,
    { cause: error },
  );
}

/** A connection that broke while the answer was coming. */
export function interruption({ baseUrl }: Server, error: unknown): LocalModelError {
  const code = causeCode(error);
  if (isTimeout(code)) return timedOut(baseUrl, error);
  const message = `The model server at ${baseUrl} went away in the middle of its answer (${code || String(error)}).`;
  return new LocalModelError('ModelStreamErrorException', message, { cause: error });
}

/** An answer that is no answer of a model, as the exception of Bedrock that says the same. */
export function refusal(server: Server, status: number, body: string, retryAfter?: string): LocalModelError {
  const { baseUrl, model } = server;
  const says = errorSentence(body) || 'nothing';
  if (status < 400) {
    const message = `The server at ${baseUrl} answered ${status} without a stream: ${says}. The address usually ends in /v1.`;
    return new LocalModelError('ModelErrorException', message);
  }
  const exception = /insufficient_quota/.test(body) ? 'ServiceQuotaExceededException' : exceptionOf(status);
  const advice: Partial<Record<BedrockException, string>> = {
    AccessDeniedException: ' Set OPENAI_API_KEY to a key that it accepts.',
    ResourceNotFoundException: ` Is the model "${model}" installed there, and does the address end in /v1?`,
  };
  const message = `The model server at ${baseUrl} refused "${model}" with ${status}: ${says}.${advice[exception] ?? ''}`;
  return new LocalModelError(exception, message, { retryAfter });
}

/** An error that came in place of an answer, or in the middle of one that had begun. */
export function statedError(server: Server, error: unknown, begun: boolean): LocalModelError {
  const says = sentence(errorText(error));
  if (begun) {
    return new LocalModelError('ModelStreamErrorException', `The model server at ${server.baseUrl} says: ${says}.`);
  }
  return refusal(server, statedStatus(error) ?? 200, says);
}

/** An answer that is over though its server gave no good end, with what it said of it. */
export function brokenOff({ baseUrl }: Server, words: string): LocalModelError {
  const says = sentence(words);
  const message = `The model server's answer ended before it was complete (${baseUrl}${says ? `: ${says}` : ''}).`;
  return new LocalModelError('ModelStreamErrorException', message);
}

function exceptionOf(status: number): BedrockException {
  switch (status) {
    case 401:
    case 403:
      return 'AccessDeniedException';
    case 404:
      return 'ResourceNotFoundException';
    case 408:
    case 504:
      return 'ModelTimeoutException';
    case 429:
      return 'ThrottlingException';
    case 502:
    case 503:
    case 529:
      return 'ServiceUnavailableException';
    default:
      return status >= 500 ? 'InternalServerException' : 'ValidationException';
  }
}

/** Returns the message in the body of a refusal as one line, or an empty text if there is none. */
export function errorSentence(body: string): string {
  try {
    return sentence(errorText(JSON.parse(body)));
  } catch {
    return sentence(body);
  }
}

/** On one line, without its full stop, at most 300 characters. */
function sentence(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);
}

function timedOut(baseUrl: string, cause: unknown): LocalModelError {
  return new LocalModelError('ModelTimeoutException', `The model server at ${baseUrl} was silent for too long.`, {
    cause,
  });
}

function isTimeout(code: string): boolean {
  return /TIMEDOUT|TIMEOUT/.test(code);
}

/** What happened to the connection: ECONNREFUSED, ENOTFOUND. */
function causeCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
