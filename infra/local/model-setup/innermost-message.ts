import { innermostCause } from '../../command/innermost-cause.ts';

/** Returns the innermost cause of a connection error: a code such as ECONNRESET, or a sentence. */
export function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = innermostCause(error);
  return 'code' in cause ? String(cause.code) : cause.message;
}
