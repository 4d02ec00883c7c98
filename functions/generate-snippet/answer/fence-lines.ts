import { isFenceName, readInfo } from './fence-info.ts';

/** An open code fence, as CommonMark 0.31 section 4.5 knows it. */
export interface Fence {
  readonly mark: '`' | '~';
  /** How many marks; a closing fence has at least as many. */
  readonly length: number;
  /** Columns before it, a list marker included. */
  readonly indent: number;
  /** How many block quotes (`>`) it stands in. */
  readonly quotes: number;
}

/** A line that opens a fence. */
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

const OPENING = /^((?: {0,3}> ?)*)([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,})(.*)$/s;
const OPENING_BEHIND_PROSE = /^(.*\S)[ \t]*(`{3,})([\w+#.-]*)[ \t]*$/s;
const LABELLED = /^[\w+#.-]+(?:[ \t]+(?:\{.*\}|[\w-]+=.*))?[ \t]*$/;

/**
 * Reads a line, without its end, as an opening fence. More lenient than CommonMark where models are careless: any
 * indent, code behind the name of the language, a fence at the end of a line of prose. What CommonMark calls a code span
 * opens nothing, unless it is the whole line: then it is a block of one line.
 * @param cut the stream ended within the line
 */
export function readOpeningLine(line: string, cut: boolean): OpeningLine | undefined {
  const [, quotes = '', indent = '', marks = '', info = ''] = OPENING.exec(line) ?? [];
  if (marks === '') return readOpeningBehindProse(line);
  const fence = createFence(marks, columns(indent), quotes.split('>').length - 1);
  if (fence.mark === '~' || !info.includes('`')) return { fence, before: '', ...readInfo(info, false), closed: false };

  const [, inside = '', closing = ''] = /^([^`]+)(`+)[ \t]*$/.exec(info) ?? [];
  const closed = closing.length === fence.length;
  if (!closed && !(cut && closing !== '' && closing.length < fence.length)) return undefined;
  const { label, code } = readInfo(inside, true);
  return code === '' ? undefined : { fence, before: '', label, code, closed };
}

function readOpeningBehindProse(line: string): OpeningLine | undefined {
  const [, before = '', marks = '', name = ''] = OPENING_BEHIND_PROSE.exec(line) ?? [];
  const label = name.toLowerCase();
  if (marks === '' || before.includes('```')) return undefined;
  if (label === '' ? !before.endsWith(':') : !isFenceName(label)) return undefined;
  return { fence: createFence(marks, 0, 0), before, label, code: '', closed: false };
}

function createFence(marks: string, indent: number, quotes: number): Fence {
  return { mark: marks.startsWith('~') ? '~' : '`', length: marks.length, indent, quotes };
}

/** Whether a whole line, without its end, closes the fence. Up to three columns deeper than the opening one is allowed. */
export function closesFence(line: string, fence: Fence): boolean {
  const [, indent = '', marks = ''] = FENCE_ONLY[fence.mark].exec(line) ?? [];
  return marks.length >= fence.length && columns(indent) <= fence.indent + 3;
}

/** Whether a line of which this is the beginning could still close the fence, or is the beginning of one that would. */
export function couldClose(beginning: string, fence: Fence): boolean {
  const [whole, indent = '', marks = '', behind = ''] = FENCE_ONLY[fence.mark].exec(beginning) ?? [];
  if (whole === undefined || columns(indent) > fence.indent + 3) return false;
  return marks.length >= fence.length || behind === '' || marks === '';
}

const FENCE_ONLY = { '`': /^([ \t]*)(`*)([ \t]*\r?)$/, '~': /^([ \t]*)(~*)([ \t]*\r?)$/ };

/**
 * Whether a line within a block opens a fence of its own, as in a README or a docstring. Only one with the name of a
 * language can be told from a closing fence.
 */
export function opensNestedFence(line: string, fence: Fence): boolean {
  const [, indent = '', marks = '', info = ''] = /^([ \t]*)(`{3,}|~{3,})([^`]*)$/.exec(line) ?? [];
  if (!marks.startsWith(fence.mark) || marks.length < fence.length) return false;
  return columns(indent) <= fence.indent + 3 && LABELLED.test(info.trim());
}

/** How many marks end the line: a closing fence to which its line break is missing. */
export function trailingMarks(line: string, fence: Fence): string {
  const [, marks = ''] = TRAILING[fence.mark].exec(line) ?? [];
  return marks;
}

const TRAILING = { '`': /(?<!`)(`+[ \t]*)\r?$/, '~': /(?<!~)(~+[ \t]*)\r?$/ };

/** Width of leading white space (or a list marker); a tab reaches to the next multiple of four. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += character === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** The line without so many columns of its indent; a tab is never cut in two. */
export function dedent(line: string, width: number): string {
  let end = 0;
  while (/[ \t]/.test(line.charAt(end)) && columns(line.slice(0, end + 1)) <= width) end += 1;
  return line.slice(end);
}
