import type { FailureName } from '../../schema/failures.ts';
import { GenerationFailure } from '../failures.ts';

/**
 * What Bedrock's exceptions mean for a snippet, by name
 * (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html).
 */
const codes: Record<string, FailureName> = {
  AccessDeniedException: 'MODEL_ACCESS_DENIED',
  ResourceNotFoundException: 'MODEL_ACCESS_DENIED',
  UnrecognizedClientException: 'MODEL_ACCESS_DENIED',
  InvalidSignatureException: 'MODEL_ACCESS_DENIED',
  ExpiredTokenException: 'MODEL_ACCESS_DENIED',
  ValidationException: 'MODEL_REQUEST_INVALID',
  ConflictException: 'MODEL_REQUEST_INVALID',
  ThrottlingException: 'MODEL_THROTTLED',
  ServiceQuotaExceededException: 'MODEL_THROTTLED',
  ModelNotReadyException: 'MODEL_UNAVAILABLE',
  ServiceUnavailableException: 'MODEL_UNAVAILABLE',
  InternalServerException: 'MODEL_UNAVAILABLE',
  ModelErrorException: 'MODEL_UNAVAILABLE',
  ModelTimeoutException: 'MODEL_TIMED_OUT',
  TimeoutError: 'MODEL_TIMED_OUT',
  ModelStreamErrorException: 'MODEL_STREAM_INTERRUPTED',
};

/** The failure an error of the Bedrock client stands for; what has no name of its own is a broken connection. */
export function modelFailure(error: unknown): GenerationFailure {
  if (error instanceof GenerationFailure) return error;
  const name = error instanceof Error ? error.name : '';
  const unreachable = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
  return new GenerationFailure(codes[name] ?? (unreachable ? 'MODEL_UNAVAILABLE' : 'MODEL_STREAM_INTERRUPTED'), {
    cause: error,
  });
}
