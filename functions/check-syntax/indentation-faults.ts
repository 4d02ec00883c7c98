import type { Node } from 'web-tree-sitter';
import type { Fault } from './syntax-check.ts';

/**
 * Finds the faults in the indentation of Python that the grammar accepts: a block without a statement, and a line that
 * is indented more than its neighbours.
 */
export function indentationFaults(root: Node): Fault[] {
  const blocks = root.descendantsOfType(['module', 'block']);
  return blocks
    .flatMap((block) => (block ? faultsOf(block) : []))
    .sort((one, other) => one.line - other.line || one.column - other.column);
}

function faultsOf(block: Node): Fault[] {
  const statements = block.namedChildren.flatMap((child) => (child && child.type !== 'comment' ? [child] : []));
  const [first, ...others] = statements;
  if (!first) return block.type === 'block' ? [faultAt(block, 'An indented block is missing.')] : [];
  return others
    .filter(({ startPosition: at }, index) => {
      const startsItsLine = statements[index]?.endPosition.row !== at.row;
      return startsItsLine && at.column !== first.startPosition.column;
    })
    .map((statement) => faultAt(statement, 'The indentation does not fit.'));
}

function faultAt({ startPosition }: Node, message: string): Fault {
  return { line: startPosition.row + 1, column: startPosition.column + 1, message };
}
