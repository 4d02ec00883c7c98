/** What happened to a connection at the bottom of an error: ECONNRESET, ENOTFOUND, or a sentence. */
export function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return lastWords(error.cause);
  return 'code' in error ? String(error.code) : error.message;
}
