import { failures } from '../schema/failures.ts';
import type { FailureName } from '../schema/failures.ts';

/** An expected end without code. Anything else that is thrown makes the host deliver again. */
export class GenerationFailure extends Error {
  override readonly name = 'GenerationFailure';
  readonly code: FailureName;
  /** The model's own words, for MODEL_RETURNED_NO_CODE and MODEL_REFUSED. */
  readonly modelMessage: string | null;

  constructor(code: FailureName, details: { modelMessage?: string | null; cause?: unknown } = {}) {
    super(failures[code].message, { cause: details.cause });
    this.code = code;
    this.modelMessage = details.modelMessage ?? null;
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
