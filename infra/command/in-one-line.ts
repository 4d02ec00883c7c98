/** Returns the message of an error as one line. */
export function inOneLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/\s*\n\s*/g, ' ').trim();
}
