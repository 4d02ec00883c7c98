import type { FailureName } from '../../../schema/failure-codes.ts';
import { GenerationFailure } from '../../generation-failure.ts';

/**
 * What Bedrock's exceptions mean for a snippet, and how often a model is asked at most when it answers so, by name
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html).
 */
const failures: Record<string, readonly [FailureName, mostCalls: number]> = {
  AccessDeniedException: ['MODEL_ACCESS_DENIED', 1],
  ResourceNotFoundException: ['MODEL_ACCESS_DENIED', 1],
  UnrecognizedClientException: ['MODEL_ACCESS_DENIED', 1],
  InvalidSignatureException: ['MODEL_ACCESS_DENIED', 1],
  ExpiredTokenException: ['MODEL_ACCESS_DENIED', 1],
  ValidationException: ['MODEL_REQUEST_INVALID', 1],
  ConflictException: ['MODEL_REQUEST_INVALID', 1],
  ServiceQuotaExceededException: ['MODEL_THROTTLED', 1],
  ThrottlingException: ['MODEL_THROTTLED', 3],
  ModelNotReadyException: ['MODEL_UNAVAILABLE', 3],
  ServiceUnavailableException: ['MODEL_UNAVAILABLE', 3],
  InternalServerException: ['MODEL_UNAVAILABLE', 3],
  ModelErrorException: ['MODEL_UNAVAILABLE', 2],
  ModelTimeoutException: ['MODEL_TIMED_OUT', 2],
  TimeoutError: ['MODEL_TIMED_OUT', 2],
  ModelStreamErrorException: ['MODEL_STREAM_INTERRUPTED', 2],
};

/** The failure an error of the Bedrock client stands for; what has no name of its own is a broken connection. */
export function modelFailure(error: unknown): GenerationFailure {
  if (error instanceof GenerationFailure) return error;
  const known = isCut(error) ? undefined : failures[error instanceof Error ? error.name : ''];
  if (known) return new GenerationFailure(known[0], { mostCalls: known[1], cause: error });
  const unreachable = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
  return unreachable
    ? new GenerationFailure('MODEL_UNAVAILABLE', { mostCalls: 3, cause: error })
    : new GenerationFailure('MODEL_STREAM_INTERRUPTED', { mostCalls: 2, cause: error });
}

/** The client calls a connection that was closed on it a TimeoutError as well. */
function isCut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}
