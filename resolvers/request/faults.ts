import { util } from '@aws-appsync/utils';

/** Ends the request when its source failed. What the source said is in AppSync's log; the caller reads one fixed sentence. */
export function stopOnFault(error: { type: string; message: string } | null | undefined, sentence: string): void {
  if (error) util.error(sentence, 'InternalFailure');
}

/** Ends the request: no such snippet, or not the caller's, which is told in the same words. */
export function notFound(id: string): never {
  util.error(`id is "${id}"; you have no such snippet.`, 'NotFound');
}

/** Ends a worker's request: another attempt holds the snippet. */
export function attemptLost(id: string): never {
  util.error(`Another attempt holds the snippet ${id}.`, 'AttemptLost');
}
