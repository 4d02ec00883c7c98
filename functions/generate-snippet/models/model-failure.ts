import type { FailureName } from '../../../schema/failure-codes.ts';
import { GenerationFailure } from '../../generation-failure.ts';

type Meaning = readonly [code: FailureName, mostCalls: number];

/** Busy or loading: asked again for as long as there is time. */
const whileTimeLasts = Infinity;

/**
 * What errors of the Bedrock client mean for a snippet, and how often a model is asked at most when it answers so, by name
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html).
 */
const meanings: Readonly<Record<string, Meaning>> = {
  AccessDeniedException: ['MODEL_ACCESS_DENIED', 1],
  UnrecognizedClientException: ['MODEL_ACCESS_DENIED', 1],
  InvalidSignatureException: ['MODEL_ACCESS_DENIED', 1],
  ExpiredTokenException: ['MODEL_ACCESS_DENIED', 1],
  CredentialsProviderError: ['MODEL_ACCESS_DENIED', 1],
  TokenProviderError: ['MODEL_ACCESS_DENIED', 1],
  ResourceNotFoundException: ['MODEL_NOT_USABLE', 1],
  ValidationException: ['MODEL_REQUEST_INVALID', 1],
  ConflictException: ['MODEL_REQUEST_INVALID', 1],
  ServiceQuotaExceededException: ['MODEL_THROTTLED', 1],
  ThrottlingException: ['MODEL_THROTTLED', whileTimeLasts],
  ModelNotReadyException: ['MODEL_UNAVAILABLE', whileTimeLasts],
  ServiceUnavailableException: ['MODEL_UNAVAILABLE', whileTimeLasts],
  InternalServerException: ['MODEL_UNAVAILABLE', 3],
  ModelErrorException: ['MODEL_UNAVAILABLE', 2],
  ModelTimeoutException: ['MODEL_TIMED_OUT', 2],
  ModelStreamErrorException: ['MODEL_STREAM_INTERRUPTED', 2],
};

/** The same by the status of an answer whose name is not known. */
const meaningsOfStatus: Readonly<Record<number, Meaning>> = {
  401: ['MODEL_ACCESS_DENIED', 1],
  403: ['MODEL_ACCESS_DENIED', 1],
  404: ['MODEL_NOT_USABLE', 1],
  408: ['MODEL_TIMED_OUT', 2],
  429: ['MODEL_THROTTLED', whileTimeLasts],
  503: ['MODEL_UNAVAILABLE', whileTimeLasts],
  504: ['MODEL_TIMED_OUT', 2],
};

/** A ValidationException says so when no request of this kind could reach the model from this account and region. */
const NOT_USABLE =
  /on-demand throughput|model identifier|inference profile|operation not allowed|not (?:available|supported|enabled) in (?:your|this) (?:region|account)|end of its life/i;

const UNREACHABLE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ETIMEDOUT|EPROTO|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|.*_CERT|.*CERT_IN_CHAIN|UNABLE_TO_.*)$/;

/** The failure an error of the Bedrock client stands for; what is not known is a broken connection. */
export function modelFailure(error: unknown): GenerationFailure {
  if (error instanceof GenerationFailure) return error;
  const [code, mostCalls] = meaningOf(error);
  return new GenerationFailure(code, { mostCalls, cause: error, retryAfterMs: retryAfterOf(error) });
}

function meaningOf(error: unknown): Meaning {
  if (!(error instanceof Error)) return ['MODEL_STREAM_INTERRUPTED', 2];
  const { name, message } = error;
  if (name === 'ValidationException' && NOT_USABLE.test(message)) return ['MODEL_NOT_USABLE', 1];
  const known = meanings[name];
  if (known) return known;
  const systemCode = 'code' in error ? String(error.code) : '';
  if (UNREACHABLE.test(systemCode) || /did not establish a connection/.test(message)) return ['MODEL_UNAVAILABLE', 3];
  // The client calls a connection that was closed on it a TimeoutError as well.
  if (name === 'TimeoutError' && !/^(?:ECONNRESET|EPIPE)$/.test(systemCode)) return ['MODEL_TIMED_OUT', 2];
  return meaningOfStatus(answerTo(error).statusCode) ?? ['MODEL_STREAM_INTERRUPTED', 2];
}

function meaningOfStatus(status = 0): Meaning | undefined {
  const known = meaningsOfStatus[status];
  if (known || status < 400) return known;
  return status < 500 ? ['MODEL_REQUEST_INVALID', 1] : ['MODEL_UNAVAILABLE', 3];
}

/** `Retry-After` in milliseconds, given in seconds or as a date (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). */
function retryAfterOf(error: unknown): number {
  const value = answerTo(error).headers?.['retry-after'] ?? '';
  const seconds = Number(value);
  if (value.trim() !== '' && seconds >= 0) return seconds * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}

interface HttpAnswer {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer that the client made an error of. */
function answerTo(error: unknown): HttpAnswer {
  return (typeof error === 'object' && error !== null && '$response' in error ? error.$response : undefined) ?? {};
}
