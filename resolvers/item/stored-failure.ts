import { failures } from '../../schema/failure-codes.ts';
import { snippetLimits } from '../../schema/limits.ts';
import type { FailureCode } from '../../schema/types.generated.ts';
import type { StoredFailure } from './snippet-item.ts';

/** What is kept and shown of a failure; of the model's own words at most so many as the limits say. */
export function failureOf(code: FailureCode, modelMessage: string | null | undefined): StoredFailure {
  const { message, retryable } = failures[code];
  return modelMessage
    ? { code, message, retryable, modelMessage: modelMessage.slice(0, snippetLimits.modelMessageUnits) }
    : { code, message, retryable };
}
