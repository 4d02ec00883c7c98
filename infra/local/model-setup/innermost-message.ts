/** Returns the innermost cause of a connection error: a code such as ECONNRESET, or a sentence. */
export function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return innermostMessage(error.cause);
  return 'code' in error ? String(error.code) : error.message;
}
