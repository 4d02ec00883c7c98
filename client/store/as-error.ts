import { SnipstreamError } from '../index.ts';

/** What was thrown, as an Error: the client throws nothing else, but the `auth` function of a caller may. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}

/** Whether the API knows no such snippet of the caller's. */
export function isNotFound(thrown: unknown): boolean {
  return thrown instanceof SnipstreamError && thrown.name === 'NotFound';
}
