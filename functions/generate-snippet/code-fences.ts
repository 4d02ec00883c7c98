import { languages } from '../../schema/languages.ts';

/** An open fence, as far as its end depends on it. */
export interface Fence {
  readonly mark: '`' | '~';
  readonly length: number;
  /** Columns of white space before it, a tab going to the next multiple of 4. */
  readonly indent: number;
}

/** A line that opens a block. */
export interface OpeningFence extends Fence {
  /** Lower case; empty when the fence names none. */
  readonly language: string;
  /** Code on the fence's own line, with its line end if there is one; null when, as usual, the code begins below. */
  readonly firstLine: string | null;
  /** True when the fence is closed on the same line. */
  readonly closed: boolean;
}

const TAB = 4;
const anyLanguage = new Set<string>(Object.values(languages).flatMap(({ fences }) => [...fences]));

/**
 * Reads a whole line, with or without its line end, as an opening fence (https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
 * Wider than the specification: any indent, and code on the fence's own line behind one of the names.
 */
export function openingFence(line: string, names: ReadonlySet<string>): OpeningFence | undefined {
  const [, indent = '', run = '', info = '', lineEnd = ''] = /^([ \t]*)(`{3,}|~{3,})(.*?)(\r?\n?)$/su.exec(line) ?? [];
  if (run === '') return undefined;
  const fence: Fence = { mark: run.startsWith('`') ? '`' : '~', length: run.length, indent: columns(indent) };
  if (fence.mark === '`' && info.includes('`')) return closedOnItsLine(fence, info, names);

  const language = languageOf(info);
  const rest = info.trim().replace(/^\S+\s*/u, '');
  const firstLine = names.has(language) && isCode(info, rest) ? rest + lineEnd : null;
  return { ...fence, language, firstLine, closed: false };
}

function closedOnItsLine(fence: Fence, info: string, names: ReadonlySet<string>): OpeningFence | undefined {
  const [, text = '', run = ''] = /^([^`]+)(`+)\s*$/u.exec(info) ?? [];
  if (run.length < fence.length) return undefined;
  const language = languageOf(text);
  const named = names.has(language) || anyLanguage.has(language);
  const code = named ? text.trim().replace(/^\S+\s*/u, '') : text.trim();
  const isSpan = named ? code === '' : !/\s/u.test(code);
  return isSpan ? undefined : { ...fence, language: named ? language : '', firstLine: `${code}\n`, closed: true };
}

/** Whether the line, whole or without its line end, closes the fence. */
export function closes(line: string, fence: Fence): boolean {
  return closingRun(line, fence) >= fence.length;
}

/** Whether the beginning of a line can still become a line that closes the fence. */
export function mayClose(beginning: string, fence: Fence): boolean {
  return closingRun(beginning, fence) >= 0;
}

/** How many of the fence's characters stand alone on the line; -1 when what stands there keeps it from closing the fence. */
function closingRun(line: string, { mark, length, indent }: Fence): number {
  const [whole, before = '', run = '', after = ''] = /^([ \t]*)(`*|~*)([ \t]*)\r?\n?$/u.exec(line) ?? [];
  if (whole === undefined || columns(before) > indent + 3) return -1;
  if (run !== '' && !run.startsWith(mark)) return -1;
  return after !== '' && run.length < length ? -1 : run.length;
}

/** The line without the white space that its fence has before it, or as much of that as the line has. */
export function dedented(line: string, { indent }: Fence): string {
  let end = 0;
  while ((line[end] === ' ' || line[end] === '\t') && columns(line.slice(0, end + 1)) <= indent) end++;
  return line.slice(end);
}

function columns(whiteSpace: string): number {
  let width = 0;
  for (const character of whiteSpace) width += character === '\t' ? TAB - (width % TAB) : 1;
  return width;
}

/** `python`, `{.python .numbered}`, `language-python`, `python:main.py`, `python{1,3}` and `{r, echo=FALSE}` alike. */
function languageOf(info: string): string {
  const word = info.trim().replace(/^\{\s*\.?/u, '');
  return (/^[^\s:,{}]*/u.exec(word)?.[0] ?? '').toLowerCase().replace(/^language-/u, '');
}

/** Tells code behind a fence's name from what else is put there: `title="x"`, `{1,3}`, a file's name, a flag. */
function isCode(info: string, rest: string): boolean {
  if (info.trim().startsWith('{')) return false;
  return !/^(?:[\w./\\:@-]*$|\{(?!\s*")|[\w-]+=\S)/u.test(rest);
}
