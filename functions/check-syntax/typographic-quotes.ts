import type { Tree } from 'web-tree-sitter';
import { holdsText } from './sentences-among-code.ts';
import type { Fault } from './syntax-check.ts';

/**
 * Finds typographic quotation marks. No language has them around its strings, but some grammars accept them as
 * letters.
 */
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
