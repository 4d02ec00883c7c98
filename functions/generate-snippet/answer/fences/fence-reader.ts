import {
  hasReasoningStart,
  isReasoningEnd,
  reasoningEnd,
  reasoningStart,
  unopenedReasoningEnd,
} from '../reasoning-marks.ts';
import type { ClosingLine, Fence, OpeningLine } from './fence-lines.ts';
import { readClosingLine, readOpeningLine } from './fence-lines.ts';
import { isFenceName } from './fence-names.ts';
import { isBlank } from './invisible.ts';
import { columns, dedent, indentOf, unquote } from './line-prefix.ts';
import type { Fragment } from './text-lines.ts';

/** What an answer consists of, in order, as far as it can be told before it has ended. */
export type FencePiece =
  /** Text of the answer as it came; every other piece is read from it. */
  | { readonly kind: 'heard'; readonly text: string }
  /** All that was heard before was the model's reasoning. */
  | { readonly kind: 'reasoned' }
  | { readonly kind: 'open'; readonly label: string; readonly oneLine: boolean }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'close' };

interface Block {
  readonly fence: Fence;
  /** Fences open within it. */
  readonly nested: number;
  /** Columns to take from each line: the fence's indent, or the first line's when that is less. */
  readonly dedent: number | undefined;
  /** The code itself speaks of reasoning. */
  readonly hasReasoning: boolean;
}

/**
 * Where in an answer the reader stands:
 * `outside` of blocks or in `reasoning`, with the line as far as it has come; in a block at a `line start` that could become a
 * fence; or `in line`, of which all is given out but what waits, with the beginning of the line.
 */
export type ReaderState =
  | { readonly at: 'outside' | 'reasoning'; readonly line: string; readonly fresh: boolean }
  | { readonly at: 'line start'; readonly block: Block; readonly begun: string; readonly marks: number }
  | { readonly at: 'in line'; readonly block: Block; readonly beginning: string; readonly waiting: string };

export interface Step {
  readonly state: ReaderState;
  readonly pieces: readonly FencePiece[];
}

export const readerStart: ReaderState = { at: 'outside', line: '', fresh: false };

/** So much of a line is looked at for marks of reasoning. */
const LONGEST_BEGINNING = 200;

/**
 * Reads the next fragment of an answer: a line of code as it comes, unless it could become a closing fence; any other line
 * when it is whole. It takes each fence as most answers mean it; `pairFences` decides when the answer has ended.
 */
export function readFragment(state: ReaderState, fragment: Fragment): Step {
  switch (state.at) {
    case 'outside':
      return readOutside(state, fragment);
    case 'reasoning':
      return readReasoning(state.line, fragment);
    case 'line start':
      return readLineStart(state, fragment);
    case 'in line':
      return readInLine(state, fragment);
    default:
      return state satisfies never;
  }
}

type LineBreak = '' | '\n' | '\r\n';

const endingOf = ({ end }: Fragment): LineBreak => (end === 'open' || end === 'last' ? '' : end);
const outside = (fresh: boolean): ReaderState => ({ at: 'outside', line: '', fresh });
const lineStart = (block: Block): ReaderState => ({ at: 'line start', block, begun: '', marks: 0 });

function heard(text: string): FencePiece[] {
  return text === '' ? [] : [{ kind: 'heard', text }];
}

function readOutside({ line, fresh }: { line: string; fresh: boolean }, fragment: Fragment): Step {
  const whole = line + fragment.text;
  if (fragment.end === 'open') return { state: { at: 'outside', line: whole, fresh }, pieces: [] };
  return readWholeOutside(whole, endingOf(fragment), fresh);
}

/** @param fresh reasoning has just ended: blank lines behind it are no part of the answer */
function readWholeOutside(line: string, ending: LineBreak, fresh: boolean): Step {
  const unopened = unopenedReasoningEnd(line);
  const start = startsReasoning(line);
  if (unopened !== undefined && start === undefined) {
    const rest = readWholeOutside(line.slice(unopened), ending, true);
    return { state: rest.state, pieces: [{ kind: 'reasoned' }, ...rest.pieces] };
  }
  if (start !== undefined) return readReasoning('', { text: line.slice(start), end: ending || 'last' });
  if (fresh && line.trim() === '') return { state: outside(true), pieces: [] };

  const opening = readOpeningLine(line);
  const said = heard(line + ending);
  return opening ? open(opening, ending, said) : { state: outside(false), pieces: said };
}

function startsReasoning(line: string): number | undefined {
  let at = 0;
  while (isBlank(line.charAt(at))) at += 1;
  return reasoningStart(line, at);
}

function open({ fence, label, code, closed }: OpeningLine, ending: string, said: FencePiece[]): Step {
  const opened: FencePiece[] = [...said, { kind: 'open', label, oneLine: closed }];
  if (code !== '') opened.push({ kind: 'code', text: code + (closed ? ending || '\n' : ending) });
  if (closed) return { state: outside(false), pieces: [...opened, { kind: 'close' }] };
  return { state: lineStart({ fence, nested: 0, dedent: undefined, hasReasoning: false }), pieces: opened };
}

function readReasoning(line: string, fragment: Fragment): Step {
  const whole = line + fragment.text;
  if (fragment.end === 'open') return { state: { at: 'reasoning', line: whole, fresh: true }, pieces: [] };
  const end = reasoningEnd(whole);
  if (end === undefined) return { state: { at: 'reasoning', line: '', fresh: true }, pieces: [] };
  return readWholeOutside(whole.slice(end), endingOf(fragment), true);
}

function readLineStart({ block, begun, marks }: Extract<ReaderState, { at: 'line start' }>, fragment: Fragment): Step {
  const line = begun + fragment.text;
  if (fragment.end !== 'open') return readWholeInBlock(block, line, fragment);
  const beginning = block.fence.quotes > 0 ? 3 : countMarks(fragment.text, marks, block.fence.mark);
  if (beginning !== undefined) return { state: { at: 'line start', block, begun: line, marks: beginning }, pieces: [] };
  return startLine(block, line, fragment);
}

/** How many marks, up to three, a line begins with that could become a fence; undefined when it cannot. */
function countMarks(text: string, before: number, mark: string): number | undefined {
  let marks = before;
  for (const character of text) {
    if (marks >= 3) return marks;
    if (character === mark) marks += 1;
    else if (marks > 0 || !isBlank(character)) return undefined;
  }
  return marks;
}

function readWholeInBlock(block: Block, quoted: string, fragment: Fragment): Step {
  const line = unquote(quoted, block.fence.quotes);
  const ending = endingOf(fragment);
  if (line === undefined) {
    const rest = readWholeOutside(quoted, ending, false);
    return { state: rest.state, pieces: [{ kind: 'close' }, ...rest.pieces] };
  }
  const closing = closingOf(line, block);
  if (closing && block.nested === 0) return close(closing, quoted, ending);
  if (fragment.end === 'last' && /^[ \t]*[`~]+[ \t]*$/.test(line))
    return { state: outside(false), pieces: heard(quoted) };
  return startLine({ ...block, nested: block.nested + nestingOf(line, block, closing) }, quoted, fragment);
}

function closingOf(line: string, { fence }: Block): ClosingLine | undefined {
  const closing = readClosingLine(line);
  if (!closing || closing.before !== '' || closing.fence.mark !== fence.mark) return undefined;
  return closing.fence.length >= fence.length && closing.fence.indent <= fence.indent + 3 ? closing : undefined;
}

function close({ behind }: ClosingLine, line: string, ending: LineBreak): Step {
  if (behind === '') return { state: outside(false), pieces: [...heard(line + ending), { kind: 'close' }] };
  const rest = readWholeOutside(behind, ending, false);
  const before = heard(line.slice(0, line.length - behind.length));
  return { state: rest.state, pieces: [...before, { kind: 'close' }, ...rest.pieces] };
}

/** One more fence open within the block, one less, or none. */
function nestingOf(line: string, { fence }: Block, closing: ClosingLine | undefined): number {
  if (closing) return -1;
  const opening = readOpeningLine(line);
  if (!opening || opening.closed || opening.before !== '' || !isFenceName(opening.label)) return 0;
  return opening.fence.mark === fence.mark && opening.fence.length >= fence.length ? 1 : 0;
}

/** The first stretch of a line of code, without the indent of the fence. */
function startLine(block: Block, quoted: string, fragment: Fragment): Step {
  const { fence } = block;
  const line = unquote(quoted, fence.quotes) ?? quoted;
  const width = columns(indentOf(line));
  const decides = line.trim() !== '' || width > fence.indent;
  const taken = block.dedent ?? Math.min(fence.indent, width);
  const code = dedent(line, block.dedent ?? (decides ? taken : fence.indent));
  const begun: Block = decides ? { ...block, dedent: taken } : block;
  const step = readInLine({ block: begun, beginning: '', waiting: '' }, { ...fragment, text: code });
  const unheard = quoted.slice(0, quoted.length - code.length);
  return { state: step.state, pieces: [...heard(unheard), ...step.pieces] };
}

function readInLine(
  { block, beginning, waiting }: { block: Block; beginning: string; waiting: string },
  { text, end }: Fragment,
): Step {
  const start = beginning.length < LONGEST_BEGINNING ? beginning + text.slice(0, LONGEST_BEGINNING) : beginning;
  if (end === 'open') {
    const marksOnly = /^[`~]*$/.test(text);
    const marks = marksOnly ? text.length : marksAtEnd(text);
    const given = marksOnly ? '' : waiting + text.slice(0, text.length - marks);
    const left = marksOnly ? waiting + text : text.slice(text.length - marks);
    return { state: { at: 'in line', block, beginning: start, waiting: left }, pieces: code(given, '') };
  }
  if (isReasoningEnd(start) && !block.hasReasoning) return { state: outside(true), pieces: [{ kind: 'reasoned' }] };
  const rest = waiting + text;
  const marks = end === 'last' ? marksAtEnd(rest) : 0;
  if (marks >= block.fence.length) {
    const given = code(`${rest.slice(0, rest.length - marks)}\n`, rest);
    return { state: outside(false), pieces: [...given, { kind: 'close' }] };
  }
  const ending = end === 'last' ? '' : end;
  const hasReasoning = block.hasReasoning || hasReasoningStart(start);
  return { state: lineStart({ ...block, hasReasoning }), pieces: code(rest + ending, '') };
}

/** @param said the text as it came, where that is not the code itself */
function code(text: string, said: string): FencePiece[] {
  return text === '' ? [] : [...heard(said || text), { kind: 'code', text }];
}

/** How many marks of a fence end the text. */
function marksAtEnd(text: string): number {
  let start = text.length;
  while (/[`~]/.test(text.charAt(start - 1))) start -= 1;
  return text.length - start;
}
