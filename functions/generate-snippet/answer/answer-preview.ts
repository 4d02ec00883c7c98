import type { CodePiece } from './code-piece.ts';
import { isShownEarly, NEVER, rankBlock } from './choose-block.ts';
import type { FencePiece } from './fences/fence-reader.ts';
import { readFragment, readerStart } from './fences/fence-reader.ts';
import type { Fragment } from './fences/text-lines.ts';
import { createFragments } from './fences/text-lines.ts';

/** Reads an answer as it comes, and shows of the block that is the best so far what could be its code. */
export interface AnswerPreview {
  push(text: string): CodePiece[];
  end(): CodePiece[];
  /** The answer so far, as it came, without the model's reasoning. */
  readonly said: string;
  /** What the pieces so far amount to. */
  readonly shown: string;
}

interface GrowingBlock {
  readonly label: string;
  readonly oneLine: boolean;
  /** White space that was not shown yet. */
  blank: string;
  shown: boolean;
}

/** @param fenceNames names of the asked language, lower case */
export function createAnswerPreview(fenceNames: readonly string[]): AnswerPreview {
  const fragments = createFragments();
  let state = readerStart;
  let said = '';
  let shown = '';
  let shownRank = NEVER;
  let block: GrowingBlock | undefined;

  /** Shows a block from the moment on at which it has text and is better than what is shown. */
  const grow = (growing: GrowingBlock, text: string): CodePiece[] => {
    if (!growing.shown) {
      growing.blank += text;
      const { label, oneLine } = growing;
      const rank = rankBlock({ label, oneLine, text: '', closed: false }, fenceNames);
      if (!/\S/.test(text) || rank <= shownRank || !isShownEarly(rank, fenceNames)) return [];
      const restart = shown !== '';
      [growing.shown, shownRank, shown] = [true, rank, growing.blank];
      return [{ text: shown, restart }];
    }
    shown += text;
    return [{ text, restart: false }];
  };

  /** What has ended may turn out to be none; then anything better takes its place. */
  const close = (): void => {
    if (block?.shown) shownRank = rankBlock({ ...block, text: shown, closed: true }, fenceNames);
    block = undefined;
  };

  const take = (piece: FencePiece): CodePiece[] => {
    switch (piece.kind) {
      case 'heard':
        said += piece.text;
        return [];
      case 'reasoned': {
        const pieces = shown === '' ? [] : [{ text: '', restart: true }];
        [said, shown, shownRank, block] = ['', '', NEVER, undefined];
        return pieces;
      }
      case 'open':
        block = { label: piece.label, oneLine: piece.oneLine, blank: '', shown: false };
        return [];
      case 'code':
        return block ? grow(block, piece.text) : [];
      case 'close':
        close();
        return [];
      default:
        return piece satisfies never;
    }
  };

  const read = (parts: readonly Fragment[]): CodePiece[] =>
    parts.flatMap((part) => {
      const step = readFragment(state, part);
      state = step.state;
      return step.pieces.flatMap(take);
    });

  return {
    push: (text) => read(fragments.push(text)),
    end: () => read(fragments.end()),
    get said() {
      return said;
    },
    get shown() {
      return shown;
    },
  };
}
