import { failures } from '../schema/failure-codes.ts';
import type { FailureName } from '../schema/failure-codes.ts';

interface FailureDetails {
  /** The model's own words, for MODEL_RETURNED_NO_CODE and MODEL_REFUSED. */
  readonly modelMessage?: string | null;
  /** Why, in a sentence for who runs this: the service's own, or ours. Left out: that of the cause, if there is one. */
  readonly reason?: string;
  /** How often a model may be asked at most when it fails like this; once when left out, `Infinity` while there is time. */
  readonly mostCalls?: number;
  /** How long to wait at least before asking again, as the service said; 0 when left out. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** An expected end without code. Anything else that is thrown makes the host deliver again. */
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

/** The API refused an internal call; the message is the API's. */
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
