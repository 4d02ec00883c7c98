import { createAnswerPreview } from './answer-preview.ts';
import type { CodeExtractor, CodePiece } from './code-piece.ts';
import { concludeAnswer } from './conclude-answer.ts';

/**
 * Takes the code out of a model's answer as it streams in: the inside of a fenced block, byte for byte.
 *
 * - While the answer comes, a preview shows what could be its code. When it has ended, `concludeAnswer` decides with the
 *   whole of it as evidence; the last pieces make the code out of what was shown, from offset 0 if they have to.
 * - Each line comes with the newline that ended it, the last one too: the code ends as a file does. Where a model puts the
 *   closing fence behind the last line of code, the missing newline is added. Half a character at the very end is left out.
 * - Of several blocks the first in the asked language is the code, a later one of the same language is not; else the order
 *   is that of `chooseBlock`.
 *
 * No library served: micromark, markdown-it and marked keep to CommonMark, in which the first bare fence ends a block whatever
 * it stands in, and answers break exactly this rule.
 * @param fenceNames names of the asked language behind an opening fence, lower case
 */
export function createCodeExtractor(
  fenceNames: readonly string[],
  { continuing = false }: { readonly continuing?: boolean } = {},
): CodeExtractor {
  const preview = createAnswerPreview(fenceNames);
  return {
    push: (text) => preview.push(text),
    end() {
      const pieces = preview.end();
      const result = concludeAnswer(preview.said, { fenceNames, continuing });
      return { pieces: [...pieces, ...settle(preview.shown, result.code)], result };
    },
  };
}

/** The piece that makes the code out of what is held; none when it is the code. */
function settle(held: string, code: string): CodePiece[] {
  if (held === code) return [];
  const grows = code.startsWith(held);
  return [{ text: grows ? code.slice(held.length) : code, restart: !grows }];
}
