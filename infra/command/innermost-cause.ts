/** Follows the causes of an error. @returns the innermost one, or the error itself if it names no other error as its cause */
export function innermostCause(error: Error): Error {
  return error.cause instanceof Error ? innermostCause(error.cause) : error;
}
