import type { CodeBlock } from './choose-block.ts';
import { chooseBlock, isShownEarly, rankBlock } from './choose-block.ts';
import type { CodePiece } from './extract-code.ts';
import type { FencePiece, FenceRules } from './fence-reader.ts';
import { createFenceReader } from './fence-reader.ts';

/** What stands in an answer, read by one set of rules. */
export interface AnswerParts {
  /** Every block, in order. */
  readonly blocks: readonly CodeBlock[];
  /** The one that is the answer's code. */
  readonly chosen: CodeBlock | undefined;
  /** What stands outside of every block, before the first one, and behind the chosen one. */
  readonly outside: string;
  readonly before: string;
  readonly behind: string;
  /** The last block stayed open, though other rules might have closed it. */
  readonly doubtful: boolean;
}

/** Reads an answer as it comes, and shows the block that is the best so far. */
export interface AnswerReading {
  push(text: string): CodePiece[];
  end(): { pieces: CodePiece[]; parts: AnswerParts };
}

/** How models mean their fences, mostly. */
export const usualRules: FenceRules = { nesting: true, closingBehindCode: false };

type GrowingBlock = { -readonly [K in keyof CodeBlock]: CodeBlock[K] };

/** @param fenceNames names of the asked language, lower case */
export function createAnswerReading(fenceNames: readonly string[], rules: FenceRules): AnswerReading {
  const reader = createFenceReader(rules);
  let blocks: GrowingBlock[] = [];
  let shown: GrowingBlock | undefined;
  let outside = '';
  let before = '';
  let behind = '';

  const forget = (): CodePiece[] => {
    const pieces = shown ? [{ text: '', restart: true }] : [];
    [blocks, shown, outside, before, behind] = [[], undefined, '', '', ''];
    return pieces;
  };

  /** Shows a block from the moment on at which it has text and is better than those before it. */
  const grow = (block: GrowingBlock, text: string): CodePiece[] => {
    block.text += text;
    if (block === shown) return [{ text, restart: false }];
    if (!/\S/.test(text) || !isShownEarly(rankBlock(block, fenceNames))) return [];
    if (chooseBlock(blocks, fenceNames) !== block) return [];
    const restart = shown !== undefined;
    shown = block;
    return [{ text: block.text, restart }];
  };

  const take = (piece: FencePiece): CodePiece[] => {
    const last = blocks.at(-1);
    switch (piece.kind) {
      case 'reasoned':
        return forget();
      case 'prose':
        outside += piece.text;
        if (!last) before += piece.text;
        if (last && chooseBlock(blocks, fenceNames) !== undefined) behind += piece.text;
        return [];
      case 'open':
        blocks.push({ label: piece.label, oneLine: piece.oneLine, text: '', closed: false });
        return [];
      case 'code':
        return last ? grow(last, piece.text) : [];
      case 'close':
        if (last) last.closed = true;
        return [];
      default:
        return piece satisfies never;
    }
  };

  return {
    push: (text) => reader.push(text).flatMap(take),
    end() {
      const { pieces, doubtful } = reader.end();
      const last = pieces.flatMap(take);
      const chosen = chooseBlock(blocks, fenceNames);
      return { pieces: last, parts: { blocks, chosen, outside, before, behind, doubtful } };
    },
  };
}
