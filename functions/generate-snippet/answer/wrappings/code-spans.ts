/** The inside of a code span that is all there is, in bold or not; or of several, each of which is a line. */
export function insideSpans(text: string): string | undefined {
  const trimmed = text.trim().replace(/^\*\*([^]*)\*\*$/, '$1');
  const one = insideSpan(trimmed);
  if (one !== undefined) return one;
  const lines = trimmed.split(/\r?\n/).map((line) => (line.trim() === '' ? '\n' : insideSpan(line.trim())));
  return lines.every((line) => line !== undefined) ? lines.join('') : undefined;
}

function insideSpan(text: string): string | undefined {
  const marks = text.startsWith('``') ? '``' : '`';
  if (text.length <= 2 * marks.length || !text.startsWith(marks) || !text.endsWith(marks)) return undefined;
  const inside = text.slice(marks.length, -marks.length).replace(/^[ \t]*\r?\n/, '');
  if (inside.includes('`') || inside.trim() === '') return undefined;
  return inside.endsWith('\n') ? inside : `${inside}\n`;
}
