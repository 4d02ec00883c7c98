import { concludeAnswer } from './answer-conclusion.ts';
import { createAnswerReading, usualRules } from './answer-reading.ts';
import { createReasoningFilter } from './reasoning-filter.ts';

/** What the reader of a stream does next. With `restart` the held code is dropped, the piece begins again at offset 0. */
export interface CodePiece {
  readonly text: string;
  readonly restart: boolean;
}

/** The code of a whole answer. */
export interface ExtractedCode {
  /** Empty when there is none. */
  readonly code: string;
  /** `none`: the answer is prose, or nothing. */
  readonly kind: 'fenced' | 'unfenced' | 'none';
  /** False when the answer ended before the code's closing fence. */
  readonly complete: boolean;
  /** What the model said beside the code; at most 500 UTF-16 units. */
  readonly prose: string;
}

/** Held code, after applying every piece in order, is the result's code, however the answer was cut. */
export interface CodeExtractor {
  push(text: string): CodePiece[];
  end(): { pieces: CodePiece[]; result: ExtractedCode };
}

interface ExtractorOptions {
  /** The answer goes on with code that was cut: text without fences is code, up to a closing fence if there is one. */
  readonly continuing?: boolean;
}

/**
 * Takes the code out of a model's answer as it streams in: the inside of a fenced block, byte for byte.
 *
 * - Each line comes with the newline that ended it, the last one too: the code ends as a file does. Where a model puts the
 *   closing fence behind the last line of code, the missing newline is added. Half a character at the very end is left out.
 * - Of several blocks the first in the asked language is the code, a later one of the same language is not; else the order
 *   is that of `chooseBlock`. A better block that comes later begins again at offset 0.
 * - Without a fence the whole answer is code or prose (`isUnfencedCode`), decided at its end.
 * - When the last block stays open and reading fences strictly would close it, the strict reading counts, unless code follows.
 *
 * No library served: mdast-util-from-markdown and marked need the whole text, and the streaming parsers found (AI SDK
 * middleware, partial-json, streaming Markdown renderers) give JSON or HTML, not the source of a block.
 * @param fenceNames names of the asked language behind an opening fence, lower case
 */
export function createCodeExtractor(
  fenceNames: readonly string[],
  { continuing = false }: ExtractorOptions = {},
): CodeExtractor {
  const filter = createReasoningFilter();
  const reading = createAnswerReading(fenceNames, usualRules);
  let said = '';
  let held = '';

  const read = (text: string): CodePiece[] => {
    said += text;
    return hold(reading.push(text));
  };
  const hold = (pieces: CodePiece[]): CodePiece[] => {
    for (const { text, restart } of pieces) held = restart ? text : held + text;
    return pieces;
  };

  return {
    push: (text) => read(filter.push(text)),
    end() {
      const pieces = read(filter.end());
      const { pieces: last, parts } = reading.end();
      pieces.push(...hold(last));
      const result = concludeAnswer(said, parts, { fenceNames, continuing });
      return { pieces: [...pieces, ...hold(settle(held, result.code))], result };
    },
  };
}

/** The piece that makes the code out of what is held; none when it is the code. */
function settle(held: string, code: string): CodePiece[] {
  if (held === code) return [];
  const grows = code.startsWith(held);
  return [{ text: grows ? code.slice(held.length) : code, restart: !grows }];
}
