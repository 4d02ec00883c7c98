import { failures } from '../../schema/failure-codes.ts';
import { snippetLimits } from '../../schema/limits/snippet-limits.ts';
import type { FailureCode } from '../../schema/types.generated.ts';
import type { StoredFailure } from './snippet-item.ts';

type Text = string | null | undefined;

/**
 * Builds the failure that is stored and shown. The message of the model and the cause are cut to the limits of
 * `snippetLimits`.
 */
export function failureOf(code: FailureCode, modelMessage: Text, cause: Text): StoredFailure {
  const { message, retryable } = failures[code];
  const failure: StoredFailure = { code, message, retryable };
  if (modelMessage) failure.modelMessage = modelMessage.slice(0, snippetLimits.modelMessageUnits);
  if (cause) failure.message = `${message.slice(0, -1)}: ${cause.slice(0, snippetLimits.causeUnits)}`;
  return failure;
}
