/** What was thrown, as an Error: the client throws nothing else, but the `auth` function of a caller may. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}
