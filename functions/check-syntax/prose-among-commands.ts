import type { Node } from 'web-tree-sitter';
import { isSentence } from '../generate-snippet/answer/shapes/prose-sentences.ts';
import type { Fault } from './syntax-check.ts';

/** A shell takes a sentence for a command with arguments. This tells one by its words, outside of texts and comments. */
export function proseAmongCommands(root: Node): Fault[] {
  return root
    .descendantsOfType('command')
    .filter((command) => command !== null)
    .filter(({ text }) => /^\p{Lu}[\p{Ll}’']/u.test(text) && isSentence(text.replace(/:$/, '.')))
    .map(({ startPosition: at }) => ({
      line: at.row + 1,
      column: at.column + 1,
      message: 'This is a sentence and no command.',
    }));
}
