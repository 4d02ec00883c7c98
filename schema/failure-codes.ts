/** What can be said of a failure in public: one fixed sentence, and whether asking again may help. */
export interface FailureFacts {
  readonly message: string;
  readonly retryable: boolean;
}

/** Alone, for resolvers that know no other failure: their code stays small. */
export const WORKER_NOT_STARTED = {
  message: 'The work could not be started.',
  retryable: true,
} as const satisfies FailureFacts;
export const TIMED_OUT = {
  message: 'The snippet was not finished in its time.',
  retryable: true,
} as const satisfies FailureFacts;

/** The one table of failures: its keys are the values of the GraphQL enum `FailureCode`, in its order. */
export const failures = {
  MODEL_RETURNED_NO_CODE: { message: 'The model answered without code.', retryable: false },
  MODEL_REFUSED: {
    message: 'The model, or a guardrail or filter in front of it, refused the instruction.',
    retryable: false,
  },
  MODEL_ACCESS_DENIED: {
    message: 'This deployment may not use the model: access is not granted, or its credentials are missing or expired.',
    retryable: false,
  },
  MODEL_NOT_USABLE: {
    message: 'The model cannot be asked this way here.',
    retryable: false,
  },
  MODEL_REQUEST_INVALID: {
    message: 'The model does not take this request, most often because of an option.',
    retryable: false,
  },
  MODEL_THROTTLED: { message: 'The model takes no more requests at the moment.', retryable: true },
  MODEL_UNAVAILABLE: { message: 'The model is not available at the moment.', retryable: true },
  MODEL_TIMED_OUT: { message: 'The model did not answer in time.', retryable: true },
  MODEL_STREAM_INTERRUPTED: { message: "The model's answer broke off before its end.", retryable: true },
  STORAGE_FAILED: { message: 'The code could not be stored.', retryable: true },
  PARENT_DELETED: { message: 'The snippet to be refined was deleted before the work began.', retryable: false },
  WORKER_NOT_STARTED,
  WORKER_FAILED: { message: 'The work was begun several times and did not come to an end.', retryable: true },
  TIMED_OUT,
} as const satisfies Record<string, FailureFacts>;

/** A value of the GraphQL enum `FailureCode`. */
export type FailureName = keyof typeof failures;
