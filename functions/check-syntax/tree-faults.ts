import type { Node, Tree } from 'web-tree-sitter';
import { indentationFaults } from './indentation-faults.ts';
import { lonelyBrackets } from './lonely-brackets.ts';
import { sentencesAmongCode } from './sentences-among-code.ts';
import type { Fault } from './syntax-check.ts';
import { typographicQuotes } from './typographic-quotes.ts';

/** Most UTF-16 units of code in a message. */
const MOST_SHOWN = 40;

/**
 * Returns the faults that a syntax tree shows: tokens that do not fit, and tokens that the parser had to insert. If
 * brackets lack their partner, it returns those instead, because they name the place more precisely.
 */
export function faultsIn(tree: Tree, grammar: string, code: string): Fault[] {
  const root = tree.rootNode;
  if (!root.hasError) {
    if (grammar === 'xml') return [];
    const own = grammar === 'php' ? textBeforePhp(root) : grammar === 'python' ? indentationFaults(root) : [];
    return [...own, ...sentencesAmongCode(tree, code), ...typographicQuotes(tree, code)];
  }
  // In a shell each pattern of a `case` ends in a bracket that none has opened.
  const brackets = grammar === 'bash' ? [] : lonelyBrackets(tree);
  if (brackets.length > 0) return brackets;
  const faults: Fault[] = [];
  collect(root, faults);
  return faults.length > 0 ? faults : [faultAt(root, 'The code breaks the rules of its language.')];
}

/** PHP takes what stands before `<?php` for a page. Of an answer a page has tags, and prose or a fence has none. */
function textBeforePhp(root: Node): Fault[] {
  const [first] = root.namedChildren;
  const isPlain = first?.type === 'text' && first.text.trim() !== '' && !first.text.includes('<');
  return first && isPlain ? [faultAt(first, `This does not belong here: ${shown(first.text)}`)] : [];
}

/** Of what is within a faulty part, nothing more is told. */
function collect(node: Node, faults: Fault[]): void {
  if (node.isMissing) faults.push(faultAt(node, `${named(node)} is missing.`));
  else if (node.isError) faults.push(faultAt(node, `This does not belong here: ${shown(node.text)}`));
  else if (node.hasError) for (const child of node.children) collect(child, faults);
}

function named(node: Node): string {
  return node.isNamed ? `A part of the kind ${node.type.replaceAll('_', ' ')}` : `"${node.type}"`;
}

function shown(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}

function faultAt({ startPosition }: Node, message: string): Fault {
  return { line: startPosition.row + 1, column: startPosition.column + 1, message };
}
