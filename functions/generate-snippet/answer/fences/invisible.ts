/** Characters without width that come along around fences: zero-width blanks and joiners, marks of direction, byte order marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;

export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

/** White space that does not end a line, or a character without width. */
export function isBlank(character: string): boolean {
  if (character > ' ' && character < '\u00A0') return false;
  return character !== '\n' && (/\s/.test(character) || INVISIBLE.test(character));
}

/** The text without blanks and characters without width at both ends. */
export function trimBlanks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && (isBlank(text.charAt(start)) || text.charAt(start) === '\n')) start += 1;
  while (end > start && (isBlank(text.charAt(end - 1)) || text.charAt(end - 1) === '\n')) end -= 1;
  return text.slice(start, end);
}
