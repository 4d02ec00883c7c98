/** What an error says, as one line for a person. */
export function inOneLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/\s*\n\s*/g, ' ').trim();
}
