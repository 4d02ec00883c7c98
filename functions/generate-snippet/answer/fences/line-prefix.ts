import { isInvisible } from './invisible.ts';

/**
 * Counts the block quotes (`>`) at the beginning of a line, each with up to three blanks before and one behind it.
 * @param most no more than these are counted
 */
export function readQuotes(line: string, most = Infinity): { readonly start: number; readonly quotes: number } {
  let [start, quotes] = [0, 0];
  while (quotes < most) {
    let at = start;
    while (at - start < 3 && line.charAt(at) === ' ') at += 1;
    if (line.charAt(at) !== '>') break;
    start = line.charAt(at + 1) === ' ' ? at + 2 : at + 1;
    quotes += 1;
  }
  return { start, quotes };
}

/** The line without its block quotes; undefined when it stands outside of them, which ends a block within them. */
export function unquote(line: string, quotes: number): string | undefined {
  if (quotes === 0) return line;
  const read = readQuotes(line, quotes);
  return read.quotes < quotes ? undefined : line.slice(read.start);
}

/** Width of leading white space (or a list marker); a tab reaches to the next multiple of four. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!isInvisible(character)) width += character === '\t' ? 4 - (width % 4) : 1;
  }
  return width;
}

/** The white space with which a line begins. */
export function indentOf(line: string): string {
  let end = 0;
  while (line.charAt(end) === ' ' || line.charAt(end) === '\t') end += 1;
  return line.slice(0, end);
}

/** The line without so many columns of its indent; a tab is never cut in two. */
export function dedent(line: string, width: number): string {
  let [end, columns] = [0, 0];
  for (; line.charAt(end) === ' ' || line.charAt(end) === '\t'; end += 1) {
    columns += line.charAt(end) === '\t' ? 4 - (columns % 4) : 1;
    if (columns > width) break;
  }
  return line.slice(end);
}
