import { failures } from '../schema/failure-codes.ts';
import type { FailureName } from '../schema/failure-codes.ts';

interface FailureDetails {
  /** The model's own words, for MODEL_RETURNED_NO_CODE and MODEL_REFUSED. */
  readonly modelMessage?: string | null;
  /** The reason in a sentence for the operator. If it is left out, the message of the cause is used. */
  readonly reason?: string;
  /**
   * How often a model may be called if it fails in this way. The default is 1; `Infinity` means as long as there is
   * time.
   */
  readonly mostCalls?: number;
  /** The least pause before the next call in milliseconds, as the service asked for. The default is 0. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/**
 * A failure that is expected: the snippet ends as FAILED with its code. Any other exception makes Lambda retry the
 * event.
 */
export class GenerationFailure extends Error {
  override readonly name = 'GenerationFailure';
  readonly code: FailureName;
  readonly modelMessage: string | null;
  readonly reason: string | null;
  readonly mostCalls: number;
  readonly retryAfterMs: number;

  constructor(code: FailureName, details: FailureDetails = {}) {
    const { modelMessage = null, reason, mostCalls = 1, retryAfterMs = 0, cause } = details;
    super(failures[code].message, { cause });
    this.code = code;
    this.modelMessage = modelMessage;
    this.reason = reason ?? (cause instanceof Error ? cause.message : null);
    this.mostCalls = mostCalls;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The API refused an internal call. The message is that of the API. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

export function isRefusal(error: unknown, errorType: string): boolean {
  return error instanceof ApiRefusal && error.errorType === errorType;
}
