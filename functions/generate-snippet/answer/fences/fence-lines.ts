import { readInfo } from './fence-info.ts';
import { isFenceName } from './fence-names.ts';
import { isBlank, trimBlanks } from './invisible.ts';
import { columns, readQuotes } from './line-prefix.ts';
import { wrapperEnd } from '../wrappings/wrapper-tags.ts';

export type FenceMark = '`' | '~';

/** An open code fence, as CommonMark 0.31 section 4.5 knows it: https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export interface Fence {
  readonly mark: FenceMark;
  /** How many marks; a closing fence has at least as many. */
  readonly length: number;
  /** Columns before it, a list marker included. */
  readonly indent: number;
  /** How many block quotes (`>`) it stands in. */
  readonly quotes: number;
}

/** A line that can open a fence. */
export interface OpeningLine {
  readonly fence: Fence;
  /** Prose that stands before the fence on the same line. */
  readonly before: string;
  /** Name of the language, lower case; empty when none is given. */
  readonly label: string;
  /** Code on the same line; empty for a fence that keeps to the rule. */
  readonly code: string;
  /** True when the fence is closed on the same line. */
  readonly closed: boolean;
}

/** A line that can close a fence. */
export interface ClosingLine {
  readonly fence: Fence;
  /** Code that stands before the fence on the same line. */
  readonly before: string;
  /** What stands behind it on the same line, unless that is blanks and tags alone. */
  readonly behind: string;
}

const LONGEST_NAME = 30;
const LIST_MARKER = /(?:[-*+]|\d{1,9}[.)])[ \t]+/y;
const MOST_LIST_MARKERS = 4;

/**
 * Reads a line, without its end, as an opening fence. More lenient than CommonMark where models are careless: any
 * indent, tags before it, code behind the name of the language, a fence at the end of a line of prose. What CommonMark calls
 * a code span opens nothing, unless it is the whole line: then it is a block of one line.
 */
export function readOpeningLine(line: string): OpeningLine | undefined {
  const { start, indent, quotes } = readBeginning(line);
  const mark = markAt(line, start);
  const end = mark ? endOfRun(line, start) : start;
  if (!mark || end - start < 3) return readOpeningBehindProse(line);
  const fence = { mark, length: end - start, indent, quotes };
  const info = line.slice(end);
  if (mark === '~' || !info.includes('`')) return { fence, before: '', ...readInfo(info, false), closed: false };

  const inside = trimBlanks(info);
  const closing = inside.length - runAtEnd(inside).length;
  const spanned = inside.slice(0, closing);
  if (spanned.includes('`') || inside.length - closing !== fence.length) return readDoubledFence(fence, info);
  const { label, code } = readInfo(spanned, true);
  return code === '' ? undefined : { fence, before: '', label, code, closed: true };
}

/** An opening fence that a model has written twice on its line. */
function readDoubledFence(fence: Fence, info: string): OpeningLine | undefined {
  const [, first = '', second = ''] = /^([\w+#.-]{0,30})[ \t]*`{3,}([\w+#.-]{1,30})$/.exec(trimBlanks(info)) ?? [];
  const label = second.toLowerCase();
  if (!isFenceName(label) || (first !== '' && first.toLowerCase() !== label)) return undefined;
  return { fence, before: '', label, code: '', closed: false };
}

function readOpeningBehindProse(line: string): OpeningLine | undefined {
  let end = line.length;
  while (end > 0 && isBlank(line.charAt(end - 1))) end -= 1;
  let name = end;
  while (name > 0 && end - name < LONGEST_NAME && /[\w+#.-]/.test(line.charAt(name - 1))) name -= 1;
  const marks = runAtEnd(line.slice(0, name));
  const before = line.slice(0, name - marks.length).trimEnd();
  const label = line.slice(name, end).toLowerCase();
  if (!marks.startsWith('```') || before === '' || before.includes('```')) return undefined;
  if (label === '' ? !/[:：]$/.test(before) : !isFenceName(label)) return undefined;
  const fence: Fence = { mark: '`', length: marks.length, indent: 0, quotes: 0 };
  return { fence, before, label, code: '', closed: false };
}

/** Reads a line, without its end, as a closing fence: two marks or more at its beginning, three or more behind code. */
export function readClosingLine(line: string): ClosingLine | undefined {
  const { start: quoted, quotes } = readQuotes(line);
  let start = quoted;
  while (isBlank(line.charAt(start))) start += 1;
  const mark = markAt(line, start);
  if (!mark) return readClosingBehindCode(line);
  const end = endOfRun(line, start);
  const { rest, tagged } = behindWrappers(line, end);
  const fence = { mark, length: end - start, indent: columns(line.slice(quoted, start)), quotes };
  if (fence.length < 2 || (fence.length === 2 && rest !== '')) return undefined;
  if (rest.includes(mark) && !tagged) return undefined;
  return { fence, before: '', behind: rest === '' ? '' : line.slice(end) };
}

function readClosingBehindCode(line: string): ClosingLine | undefined {
  const at = Math.max(line.lastIndexOf('```'), line.lastIndexOf('~~~'));
  const mark = markAt(line, at);
  if (!mark || behindWrappers(line, at + 3).rest !== '') return undefined;
  const marks = runAtEnd(line.slice(0, at + 3));
  const before = line.slice(0, at + 3 - marks.length);
  return { fence: { mark, length: marks.length, indent: 0, quotes: 0 }, before, behind: '' };
}

/** Where the marks of an opening fence would begin: behind quotes, white space, list markers and tags. */
function readBeginning(line: string): { start: number; indent: number; quotes: number } {
  const { start: quoted, quotes } = readQuotes(line);
  let [start, from, markers] = [quoted, quoted, 0];
  for (;;) {
    while (isBlank(line.charAt(start))) start += 1;
    LIST_MARKER.lastIndex = start;
    const marker = markers < MOST_LIST_MARKERS ? LIST_MARKER.exec(line) : null;
    const wrapped = marker ? undefined : wrapperEnd(line, start);
    if (!marker && wrapped === undefined) break;
    start += marker ? marker[0].length : 0;
    markers += 1;
    if (wrapped !== undefined) [start, from] = [wrapped, wrapped];
  }
  return { start, indent: columns(line.slice(from, start)), quotes };
}

/** What is left behind tags, special tokens and blanks. */
function behindWrappers(line: string, from: number): { rest: string; tagged: boolean } {
  let [at, tagged] = [from, false];
  for (;;) {
    while (isBlank(line.charAt(at))) at += 1;
    const end = wrapperEnd(line, at);
    if (end === undefined) return { rest: line.slice(at), tagged };
    [at, tagged] = [end, true];
  }
}

function markAt(line: string, at: number): FenceMark | undefined {
  const character = line.charAt(at);
  return character === '`' || character === '~' ? character : undefined;
}

function endOfRun(line: string, start: number): number {
  let end = start;
  while (end < line.length && line.charAt(end) === line.charAt(start)) end += 1;
  return end;
}

/** The equal marks with which a text ends. */
function runAtEnd(text: string): string {
  let start = text.length;
  const mark = markAt(text, start - 1);
  while (mark && text.charAt(start - 1) === mark) start -= 1;
  return text.slice(start);
}
