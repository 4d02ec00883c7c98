import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { Fault } from './syntax-check.ts';

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const isClosing: ReadonlySet<string> = new Set(closing.values());

interface Bracket {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Finds the brackets of the code that have no partner. Brackets within strings and comments do not count. */
export function lonelyBrackets(tree: Tree): Fault[] {
  const open: Bracket[] = [];
  const faults: Fault[] = [];
  for (const bracket of brackets(tree.walk())) {
    if (!isClosing.has(bracket.text)) {
      open.push(bracket);
      continue;
    }
    const partner = open.findLastIndex(({ text }) => closing.get(text) === bracket.text);
    if (partner < 0) faults.push(told(bracket, 'closes nothing'));
    else for (const lonely of open.splice(partner).slice(1)) faults.push(told(lonely, 'is not closed'));
  }
  for (const lonely of open) faults.push(told(lonely, 'is not closed'));
  return faults.sort((one, other) => one.line - other.line || one.column - other.column);
}

function told({ text, line, column }: Bracket, what: string): Fault {
  return { line, column, message: `The "${text}" ${what}.` };
}

/** Every bracket that is in the code, in order. One that the parser put in is not. */
function* brackets(cursor: TreeCursor): Iterable<Bracket> {
  for (;;) {
    const { nodeType: text, startPosition: at } = cursor;
    const isBracket = !cursor.nodeIsNamed && (closing.has(text) || isClosing.has(text));
    if (isBracket && !cursor.nodeIsMissing) yield { text, line: at.row + 1, column: at.column + 1 };
    if (cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return cursor.delete();
  }
}
