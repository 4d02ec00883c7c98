import type { ClosingLine, OpeningLine } from './fence-lines.ts';
import { isFenceName } from './fence-names.ts';
import type { OpenBlock, Reading } from './fence-reading.ts';
import { isMarkdown } from './fence-reading.ts';
import type { LineEvidence } from './line-evidence.ts';

/** How much speaks against each thing that models do, more or less often. One block that stands alone costs nothing. */
export const costs = {
  // A block opens.
  openNamed: 0.3,
  openUnnamed: 0.5,
  openAnotherUnnamed: 1.5,
  openLooksClosing: 2,
  openBehindProse: 0.2,
  openInText: 3,
  begunWithoutFence: 2.5,
  begunWithoutFenceContinuing: 1,
  begunWithProse: 2,
  // A fence outside of every block opens none.
  strayNamed: 5,
  strayUnnamed: 3,
  strayBehindProse: 2,
  // A block closes.
  closeInText: 3,
  closeLooksOpening: 2,
  closeLooksOpeningMarkdown: 3.5,
  closeDeeper: 1.5,
  closeMuchDeeper: 5,
  closeShorter: 2.4,
  closeShorterUnended: 2.8,
  closeShorterMarkdown: 8,
  closeBehindCode: 1,
  closeBehindCodeGoingOn: 2,
  closeBeforeProse: 1.5,
  closeEmpty: 2,
  // A fence within a block opens one within.
  nestNamed: 0.5,
  nestUnknown: 2,
  nestUnnamed: 3,
  nestUnnamedMarkdown: 1,
  nestUnnamedInText: 0.2,
  nestLooksClosing: 2,
  nestTooDeep: 2,
  // A fence within a block is only text.
  textNamed: 4,
  textNamedMarkdown: 6,
  textNamedInText: 2,
  textUnnamed: 5,
  textBeforeProse: 3,
  // The answer ends within a block, or within one of its own blocks.
  endInBlock: 2.5,
  endUnopened: 1.5,
  endInNested: 5.2,
  endInNestedMarkdown: 2.2,
  // Lines out of place, each.
  codeOutside: 0.5,
  proseInBlock: 0.7,
} as const;

export function endCost({ at, block, roles }: Reading): number {
  if (!block) return 0;
  if (at === 'nested') return isMarkdown(block) ? costs.endInNestedMarkdown : costs.endInNested;
  return roles === undefined ? costs.endUnopened : costs.endInBlock;
}

export function openCost({ open, blocks }: Reading, { before, label }: OpeningLine, { look }: LineEvidence): number {
  const behind = (before === '' ? 0 : costs.openBehindProse) + (open === undefined ? 0 : costs.openInText);
  if (label !== '') return behind + costs.openNamed;
  const unnamed = blocks === 0 ? costs.openUnnamed : costs.openAnotherUnnamed;
  return behind + unnamed + (before === '' && look < 0 ? costs.openLooksClosing : 0);
}

/** A closing fence that has fewer marks than the opening one, or others. */
function isShort(closing: ClosingLine, { fence }: OpenBlock): boolean {
  return closing.fence.length < fence.length || closing.fence.mark !== fence.mark;
}

export function closeCost(
  reading: Reading,
  block: OpenBlock,
  { look, isEnded }: LineEvidence,
  closing: ClosingLine,
): number {
  const { fence, before, behind } = closing;
  if (reading.empty) return look < 0 ? 0 : costs.closeEmpty;
  let cost = reading.open === undefined ? 0 : costs.closeInText;
  if (before !== '') cost += look <= 0 ? costs.closeBehindCode : costs.closeBehindCodeGoingOn;
  else if (look > 0) cost += isMarkdown(block) ? costs.closeLooksOpeningMarkdown : costs.closeLooksOpening;
  if (behind !== '') cost += costs.closeBeforeProse;
  if (isShort(closing, block)) cost += shortCost(block, isEnded);
  if (before === '' && fence.indent > block.fence.indent + 3) cost += costs.closeMuchDeeper;
  else if (before === '' && fence.indent > block.fence.indent) cost += costs.closeDeeper;
  return cost;
}

export function nestCost(
  { open, empty }: Reading,
  block: OpenBlock,
  { look }: LineEvidence,
  { label }: OpeningLine,
): number {
  if (isFenceName(label)) return costs.nestNamed;
  if (label !== '') return costs.nestUnknown;
  const closing = look < 0 ? costs.nestLooksClosing : 0;
  if (open !== undefined) return costs.nestUnnamedInText + closing;
  return closing + (isMarkdown(block) || empty ? costs.nestUnnamedMarkdown : costs.nestUnnamed);
}

export function textCost(
  { open }: Reading,
  block: OpenBlock,
  closing: ClosingLine | undefined,
  opening: OpeningLine | undefined,
): number {
  const { length, indent } = (opening ?? closing)?.fence ?? block.fence;
  const isShorter = closing ? isShort(closing, block) : length < block.fence.length;
  if (closing?.before || isShorter || indent > block.fence.indent + 3) return 0;
  if (closing?.behind) return costs.textBeforeProse;
  if (opening && opening.label !== '') {
    if (!isFenceName(opening.label)) return costs.textBeforeProse;
    if (isMarkdown(block)) return costs.textNamedMarkdown;
    return open === undefined ? costs.textNamed : costs.textNamedInText;
  }
  return costs.textUnnamed;
}

/** A closing fence that is too short is more likely one when its line has ended than when the answer was cut within it. */
function shortCost(block: OpenBlock, isEnded: boolean): number {
  if (isMarkdown(block)) return costs.closeShorterMarkdown;
  return isEnded ? costs.closeShorter : costs.closeShorterUnended;
}
