import type { Node, Tree } from 'web-tree-sitter';
import { isSentence } from '../generate-snippet/answer/shapes/prose-sentences.ts';
import type { Fault } from './syntax-check.ts';

/** Kinds of nodes that may hold any text. */
const HOLDS_TEXT = /comment|string|heredoc|text|template|char|content|raw|literal|regex|uninterpreted|doc/i;

/** What code has and a sentence has not, so that a text or a comment that ends a line of code makes it none. */
const OF_CODE = /["`{}=;#\\]|::|\/\/|'.*'/;

/**
 * Finds sentences that stand among the code. Some languages, such as Bash and Ruby, would accept them as commands with
 * arguments. Sentences within strings and comments do not count.
 */
export function sentencesAmongCode(tree: Tree, code: string): Fault[] {
  return code.split('\n').flatMap((text, row): Fault[] => {
    const column = text.search(/\S/);
    if (OF_CODE.test(text)) return [];
    if (!/^\s*\p{Lu}[\p{Ll}’' ]/u.test(text) || !isSentence(text.trim().replace(/:$/, '.'))) return [];
    const place = { row, column };
    return holdsText(tree.rootNode.descendantForPosition(place))
      ? []
      : [{ line: row + 1, column: column + 1, message: 'This is a sentence and no code.' }];
  });
}

/** Whether a node, or one around it, may hold any text. */
export function holdsText(node: Node | null): boolean {
  for (let at = node; at?.parent; at = at.parent) if (HOLDS_TEXT.test(at.type)) return true;
  return false;
}
