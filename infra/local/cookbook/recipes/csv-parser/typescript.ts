import { readFileSync } from 'node:fs';

const SAMPLE =
  'name,note\r\nAda,"first, ever"\r\nGrace,"said ""bug"""\r\n"Two\nlines",end\r\n';

/**
 * Returns the rows of the text, each an array of its fields (RFC 4180).
 *
 * A field in quotes may hold commas, line breaks and doubled quotes. Blank lines
 * are skipped. Throws a SyntaxError when a quote is not closed.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false; // inside quotes
  let started = false; // the row has at least one character

  const endRow = (): void => {
    if (started) rows.push([...row, field]);
    row = [];
    field = '';
    started = false;
  };

  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (character === '\n') {
      endRow();
    } else if (character !== '\r' || text[i + 1] !== '\n') {
      started = true;
      if (character === ',') {
        row.push(field);
        field = '';
      } else if (character === '"' && field === '') {
        quoted = true;
      } else {
        field += character;
      }
    }
  }
  if (quoted) throw new SyntaxError('a quote is not closed');
  endRow();
  return rows;
}

/** Prints the rows of the file named on the command line, or of the sample. */
function main(): void {
  const file = process.argv[2];
  const text =
    file === undefined ? SAMPLE : readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  for (const row of parseCsv(text)) {
    console.log(row.map((field) => field.replaceAll('\n', '\\n')).join(' | '));
  }
}

main();
