/** A piece of a line: the class that colours it, empty for none, and its text. */
export type Token = readonly [className: string, text: string];
export type Line = readonly Token[];

/** Lines longer than this stay in one colour, as a browser takes long to lay out a line of many pieces, in UTF-16 units. */
const LONGEST_LINE = 2_000;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/**
 * Makes lines of the HTML that highlight.js gives. That HTML knows spans, text and five entities and nothing else; it is
 * read here as text and never reaches a document as HTML.
 */
export function colourLines(html: string): Line[] {
  const open: string[] = [];
  const lines: Token[][] = [[]];
  for (const [piece, className] of html.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (className !== undefined) open.push(className);
    else if (piece === '</span>') open.pop();
    else addText(lines, open.at(-1) ?? '', plain(piece));
  }
  return lines.map(shortEnough);
}

/** The same lines without colours. */
export function plainLines(text: string): Line[] {
  return text.split('\n').map((line) => (line === '' ? [] : [['', line]]));
}

function addText(lines: Token[][], className: string, text: string): void {
  for (const [index, part] of text.split('\n').entries()) {
    if (index > 0) lines.push([]);
    if (part !== '') lines.at(-1)?.push([className, part]);
  }
}

function shortEnough(line: Line): Line {
  const text = line.map(([, part]) => part).join('');
  return text.length > LONGEST_LINE ? [['', text]] : line;
}

function plain(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#x27);/g, (_whole, name: string) => entities[name] ?? '');
}
