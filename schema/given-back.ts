import type { FailureName } from './failure-codes.ts';

/**
 * The failures that give a generation back to its owner: those before any model has written, so that nothing was spent and
 * the owner got nothing. Every other failure counts, and tokens that were spent are never given back.
 */
export const givenBack: FailureName[] = [
  'WORKER_NOT_STARTED',
  'PARENT_DELETED',
  'MODEL_ACCESS_DENIED',
  'MODEL_NOT_USABLE',
  'MODEL_REQUEST_INVALID',
  'MODEL_THROTTLED',
  'MODEL_UNAVAILABLE',
];
