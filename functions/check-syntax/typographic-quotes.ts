import type { Tree } from 'web-tree-sitter';
import { holdsText } from './sentences-among-code.ts';
import type { Fault } from './syntax-check.ts';

/** Quotation marks of a printed text, which no language has around its strings and some grammars take for letters. */
export function typographicQuotes(tree: Tree, code: string): Fault[] {
  return code.split('\n').flatMap((text, row) =>
    [...text.matchAll(/[“”„‘’]/g)]
      .filter(({ index: column }) => !holdsText(tree.rootNode.descendantForPosition({ row, column })))
      .map(({ 0: mark, index }) => ({
        line: row + 1,
        column: index + 1,
        message: `This does not belong here: ${mark}`,
      })),
  );
}
