import type { BedrockException } from './local-model.ts';
import { LocalModelError } from './local-model.ts';
import { errorText } from './openai-chunk.ts';

interface Server {
  readonly baseUrl: string;
  readonly model: string;
}

/** A server that no connection could be made to, or that let one wait for too long. */
export function unreachable({ baseUrl }: Server, error: unknown): LocalModelError {
  const code = causeCode(error);
  if (isTimeout(code)) return timedOut(baseUrl, error);
  return new LocalModelError(
    'ServiceUnavailableException',
    `No model server answers at ${baseUrl} (${code || String(error)}). Start it, or choose another with --model.`,
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

/** An answer that is no stream of chunks, as the exception of Bedrock that says the same. */
export function refusal(server: Server, status: number, body: string): LocalModelError {
  const { baseUrl, model } = server;
  const says = saysIn(body);
  if (status < 400) {
    const message = `The server at ${baseUrl} answered ${status} without a stream: ${says}. The address usually ends in /v1.`;
    return new LocalModelError('ModelErrorException', message);
  }
  const exception = exceptionOf(status);
  const advice: Partial<Record<BedrockException, string>> = {
    AccessDeniedException: ' Set OPENAI_API_KEY to a key that it accepts.',
    ResourceNotFoundException: ` Is the model "${model}" installed there, and does the address end in /v1?`,
  };
  const message = `The model server at ${baseUrl} refused "${model}" with ${status}: ${says}.${advice[exception] ?? ''}`;
  return new LocalModelError(exception, message);
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
      return 'ServiceUnavailableException';
    default:
      return status >= 500 ? 'InternalServerException' : 'ValidationException';
  }
}

function saysIn(body: string): string {
  let says = body;
  try {
    const { error } = JSON.parse(body) as { error?: unknown };
    if (error) says = errorText(error);
  } catch {
    // Not JSON: shown as it is.
  }
  return says.trim().replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300) || 'nothing';
}

function timedOut(baseUrl: string, cause: unknown): LocalModelError {
  return new LocalModelError('ModelTimeoutException', `The model server at ${baseUrl} was silent for too long.`, {
    cause,
  });
}

function isTimeout(code: string): boolean {
  return /TIMEDOUT|TIMEOUT/.test(code);
}

/** `fetch` hides what happened to the connection in the cause of its error. */
function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
