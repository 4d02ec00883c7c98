import type { SnipstreamError } from '../client-errors.ts';
import { RefusedError, UnauthorizedError } from '../client-errors.ts';
import type { FailureCode } from '../../schema/types.generated.ts';

/** The command that gets a real model. It stands once, so that the page and its tests say the same. */
export const MODEL_COMMAND = 'npm run model';

/** What a person can do about a generation that failed. The sentence on what happened is the API's. */
export const failureAdvice: Readonly<Record<FailureCode, string>> = {
  MODEL_RETURNED_NO_CODE: 'Say more exactly what the code is to do, or ask another model.',
  MODEL_REFUSED: 'Say it in other words, or ask another model.',
  MODEL_ACCESS_DENIED: 'Ask whoever runs this API to open access to the model, or choose another model.',
  MODEL_NOT_USABLE: 'Choose another model.',
  MODEL_REQUEST_INVALID: 'Leave the options empty and try again, or choose another model.',
  MODEL_THROTTLED: 'Wait a minute, then try again.',
  MODEL_UNAVAILABLE: 'Try again in a minute, or choose another model.',
  MODEL_TIMED_OUT: 'Try again, or ask for less at once.',
  MODEL_STREAM_INTERRUPTED: 'Try again. What had arrived stays below.',
  STORAGE_FAILED: 'Try again. Your request was fine.',
  PARENT_DELETED: 'Open a snippet that is still there and refine that, or ask anew.',
  WORKER_NOT_STARTED: 'Try again. Your request was fine.',
  WORKER_FAILED: 'Try again; if it fails once more, ask for less at once.',
  TIMED_OUT: 'Try again, or ask for less at once.',
};

/** Failures whose text talks of code that stays, or after which other options may help, are shown with what arrived. */
export interface ErrorText {
  readonly title: string;
  readonly detail: string;
  /** Whether sending the very same request again may help. */
  readonly again: boolean;
}

/** What went wrong with a call, in words for a person. */
export function errorText(error: SnipstreamError): ErrorText {
  if (error instanceof UnauthorizedError) {
    return {
      title: 'Your access has run out.',
      detail: 'Load the page again. What you wrote and the code are kept.',
      again: false,
    };
  }
  if (error instanceof RefusedError) return refusalText(error);
  if (error.name === 'NetworkFailure') {
    return {
      title: 'The API cannot be reached.',
      detail: 'Check that it runs, then try again. The same request is never carried out twice.',
      again: true,
    };
  }
  return { title: 'The API gave an answer that makes no sense.', detail: 'Try again in a moment.', again: true };
}

function refusalText({ name, detail }: RefusedError): ErrorText {
  switch (name) {
    case 'InvalidInput':
      return { title: 'The API does not take this.', detail, again: false };
    case 'Conflict':
      return { title: 'This cannot be done now.', detail, again: false };
    case 'NotFound':
      return {
        title: 'This snippet is gone, or not yours.',
        detail: 'Choose another from the list, or ask for new code.',
        again: false,
      };
    case 'QuotaExceeded':
      return { title: 'Your quota for today is used up.', detail, again: false };
    case 'Throttled':
      return { title: 'Too many requests at once.', detail: 'Wait a few seconds, then try again.', again: true };
    case 'InternalFailure':
      return { title: 'The API could not do it.', detail, again: true };
    case 'BadRequest':
      return { title: 'The page and the API are of different versions.', detail: 'Load the page again.', again: false };
  }
}
