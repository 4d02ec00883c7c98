import type { ExtractionOptions } from '../code-piece.ts';
import { closeCost, costs, endCost, nestCost, openCost, textCost } from './fence-costs.ts';
import type { ClosingLine, Fence, OpeningLine } from './fence-lines.ts';
import { isFenceName } from './fence-names.ts';
import type { FenceRole, OpenBlock, Reading, Roles } from './fence-reading.ts';
import { isMarkdown } from './fence-reading.ts';
import type { LineEvidence } from './line-evidence.ts';
import { readQuotes } from './line-prefix.ts';
import { openTextAfter } from './open-text.ts';

const MOST_STRANGE = 5;
const MOST_DEPTH = 3;

/**
 * Decides what each fence of a whole answer means: the reading against which the least speaks. A bare fence may close a block,
 * open one within it (Markdown in Markdown, a string that holds a block), or be only text; which, the fences behind it and the
 * lines between them tell. Of the readings that stand at the same place only the best goes on (Viterbi), so the time is linear.
 */
export function pairFences(
  lines: readonly LineEvidence[],
  asked: ExtractionOptions,
): { roles: FenceRole[]; unopened: boolean } {
  let readings = beginnings(asked);
  for (const [index, line] of lines.entries()) {
    const next = readings.flatMap((reading) => readLine(reading, line, index, asked));
    readings = next.length > readings.length ? best(next) : next;
  }
  const ended = readings.map((reading) => ({ ...reading, cost: reading.cost + endCost(reading) }));
  const chosen = ended.reduce((left, right) => (right.cost < left.cost ? right : left));
  const roles = rolesOf(chosen.roles);
  return { roles, unopened: roles[0] !== undefined && roles[0].line >= 0 && roles[0].does !== 'open' };
}

function beginnings({ fenceNames, continuing }: ExtractionOptions): Reading[] {
  const outside: Reading = {
    at: 'outside',
    cost: 0,
    block: undefined,
    open: undefined,
    depth: 0,
    blocks: 0,
    strange: 0,
    empty: true,
    roles: undefined,
  };
  const [label = ''] = fenceNames;
  const fence: Fence = { mark: '`', length: 3, indent: 0, quotes: 0 };
  const cost = continuing ? costs.begunWithoutFenceContinuing : costs.begunWithoutFence;
  return [outside, { ...outside, at: 'block', cost, block: { fence, label, language: label }, empty: !continuing }];
}

/** The best reading of each place; two differ in place when the code of one has a string open. */
function best(readings: readonly Reading[]): Reading[] {
  const places = new Map<string, Reading>();
  for (const reading of readings) {
    const place = `${reading.at}${reading.depth}${reading.open === undefined}${reading.block && isMarkdown(reading.block)}`;
    const other = places.get(place);
    if (!other || reading.cost < other.cost) places.set(place, reading);
  }
  return [...places.values()];
}

function readLine(reading: Reading, line: LineEvidence, index: number, asked: ExtractionOptions): Reading[] {
  const { block } = reading;
  if (!block) return readOutside(reading, line, index, asked);
  if (block.fence.quotes > 0 && readQuotes(line.text, block.fence.quotes).quotes < block.fence.quotes) {
    return readOutside(leave(reading, 0, index, 'ended'), line, index, asked);
  }
  return reading.at === 'nested' ? readNested(reading, block, line) : readInBlock(reading, block, line, index);
}

function readOutside(reading: Reading, line: LineEvidence, index: number, asked: ExtractionOptions): Reading[] {
  const { opening } = line;
  if (!opening) {
    const open = openTextAfter(line.text, reading.open, asked.fenceNames[0] ?? '');
    return [
      strangeLine(open === reading.open ? reading : { ...reading, open }, line.isCode, costs.codeOutside, line.isBlank),
    ];
  }
  if (opening.closed) return [reading];
  const named = isFenceName(opening.label);
  const stray =
    opening.before !== ''
      ? costs.strayBehindProse
      : named || opening.label !== ''
        ? costs.strayNamed
        : costs.strayUnnamed;
  const opened: Reading = {
    ...reading,
    at: 'block',
    cost: reading.cost + openCost(reading, opening, line),
    block: { fence: opening.fence, label: opening.label, language: opening.label || (asked.fenceNames[0] ?? '') },
    open: undefined,
    strange: 0,
    empty: opening.code === '',
    roles: { last: { line: index, does: 'open' }, before: reading.roles },
  };
  return [opened, { ...reading, cost: reading.cost + stray, strange: 0 }];
}

function readInBlock(reading: Reading, block: OpenBlock, line: LineEvidence, index: number): Reading[] {
  const closing = line.closing?.fence.quotes === block.fence.quotes ? line.closing : undefined;
  const opening =
    fits(line.opening, block) && line.opening.before === '' && !line.opening.closed ? line.opening : undefined;
  if (!closing && !opening) return [codeLine(reading, block, line)];

  const readings = [
    { ...codeLine(reading, block, line), cost: reading.cost + textCost(reading, block, closing, opening) },
  ];
  if (closing) readings.push(leave(reading, closeCost(reading, block, line, closing), index, 'close'));
  const isUnbegun = reading.roles === undefined && reading.empty;
  if (opening && opening.fence.length >= block.fence.length && !isUnbegun) {
    const cost = reading.cost + nestCost(reading, block, line, opening);
    readings.push({ ...reading, at: 'nested', depth: 1, cost, strange: 0, empty: false });
  }
  return readings;
}

function fits<L extends ClosingLine | OpeningLine>(line: L | undefined, { fence }: OpenBlock): line is L {
  return line?.fence.mark === fence.mark && line.fence.quotes === fence.quotes;
}

/** A line of the block's text. Sentences are strange in it, but in a document, a comment or a string. */
function codeLine(reading: Reading, block: OpenBlock, line: LineEvidence): Reading {
  const open = openTextAfter(line.text, reading.open, block.language);
  const calm = reading.open !== undefined || open !== undefined || isMarkdown(block) || line.isBlank;
  const empty = reading.empty && line.isBlank;
  const read = open === reading.open && empty === reading.empty ? reading : { ...reading, open, empty };
  const begins = reading.roles === undefined && reading.empty && !line.isBlank && !isFirstOfCode(line);
  return strangeLine(
    begins ? { ...read, cost: read.cost + costs.begunWithProse } : read,
    line.isProse,
    costs.proseInBlock,
    calm,
  );
}

/** Code that came without its opening fence begins with code, or with the name that would stand behind the fence. */
function isFirstOfCode(line: LineEvidence): boolean {
  return line.isCode() || isFenceName(line.text.trim().toLowerCase());
}

function strangeLine(reading: Reading, isStrange: () => boolean, cost: number, calm: boolean): Reading {
  if (calm || reading.strange >= MOST_STRANGE || !isStrange()) return reading;
  return { ...reading, strange: reading.strange + 1, cost: reading.cost + cost };
}

function leave(reading: Reading, cost: number, line: number, does: 'close' | 'ended'): Reading {
  return {
    ...reading,
    at: 'outside',
    cost: reading.cost + cost,
    block: undefined,
    open: undefined,
    depth: 0,
    blocks: reading.blocks + 1,
    strange: 0,
    roles: { last: { line, does }, before: reading.roles },
  };
}

/** Within a block of the block only its fences count, not what they hold. */
function readNested(reading: Reading, block: OpenBlock, line: LineEvidence): Reading[] {
  const closing = fits(line.closing, block) && line.closing.before === '' ? line.closing : undefined;
  const opening = fits(line.opening, block) && line.opening.before === '' ? line.opening : undefined;
  const named = opening !== undefined && isFenceName(opening.label);
  if (named && reading.depth < MOST_DEPTH && opening.fence.length >= block.fence.length) {
    const cost = reading.cost + costs.nestTooDeep;
    return [
      { ...reading, cost: reading.cost + costs.textNamed },
      { ...reading, depth: reading.depth + 1, cost },
    ];
  }
  if (!closing || closing.fence.length < block.fence.length) {
    return [strangeLine(reading, line.isProse, costs.proseInBlock, !isMarkdown(block) || line.isBlank)];
  }
  const depth = reading.depth - 1;
  const cost = reading.cost + (closing.behind === '' ? 0 : costs.closeBeforeProse);
  const closed: Reading = { ...reading, at: depth === 0 ? 'block' : 'nested', depth, cost, strange: 0 };
  return [closed, { ...reading, cost: reading.cost + costs.textUnnamed }];
}

function rolesOf(roles: Roles | undefined): FenceRole[] {
  const found: FenceRole[] = [];
  for (let each = roles; each; each = each.before) found.push(each.last);
  return found.reverse();
}
