import type { LanguageFacts } from '../../../schema/languages.ts';
import { languages } from '../../../schema/languages.ts';
import { isCodeLine, isListItem } from './code-shapes.ts';

/**
 * Whether a text without fences is code and nothing else. In doubt it is not: a refusal stored as a program is worse than
 * a program that has to be asked for again.
 *
 * Comments, strings and code spans are taken out first. What is left is code when no line of it is a sentence, the first
 * line and at least half of all have the shape of code, and none looks like an item of a list. JSON, markup from the
 * first `<` to the last `>`, and a Markdown document when Markdown was asked for, are known by their form.
 * @param fenceNames names of the asked language, lower case
 */
export function isUnfencedCode(text: string, fenceNames: readonly string[]): boolean {
  const language = languageOf(fenceNames);
  const trimmed = text.trim();
  if (trimmed === '') return false;
  if (language === languages.MARKDOWN) return isMarkdownDocument(trimmed);
  if (isJson(trimmed)) return true;
  if (isMarkup(trimmed)) return true;

  const lines = bareLines(trimmed, language);
  if (lines.some(isSentence)) return false;
  const shaped = lines.map((line, index) => isCodeLine(line, language) || continuesCode(line, lines[index - 1]));
  const [first = ''] = lines;
  if (!shaped[0] && !/\w\(|[=;{}<>[\]]/.test(first)) return false;
  return shaped.filter(Boolean).length * 2 >= lines.length && shaped.includes(true);
}

/**
 * Whether a text could be the next stretch of a program that was cut anywhere, even within a comment or a string. Only a
 * text of sentences with no line of code is not.
 */
export function isRestOfCode(text: string, fenceNames: readonly string[]): boolean {
  const language = languageOf(fenceNames);
  const lines = bareLines(text.trim(), language);
  if (text.trim() === '') return false;
  return !lines.some(isSentence) || lines.some((line) => isCodeLine(line, language));
}

/** Whether a text begins as Markdown documents do: a heading, front matter, a picture, a tag. */
export function isMarkdownDocument(text: string): boolean {
  return /^(?:#{1,6} \S|---\r?\n|\[?!\[|<\w|.+\r?\n(?:=+|-{3,})\r?\n)/.test(text.trimStart());
}

function languageOf(fenceNames: readonly string[]): LanguageFacts | undefined {
  return Object.values<LanguageFacts>(languages).find(({ fences }) => fences.some((name) => fenceNames.includes(name)));
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isMarkup(text: string): boolean {
  return /^<(?:[!?]\w|[a-z][\w:-]*[\s>/])/i.test(text) && text.endsWith('>') && /<\/|\/>/.test(text);
}

const BLOCKS_OF_TEXT = [
  /"""[^]*?(?:"""|$)/g,
  /'''[^]*?(?:'''|$)/g,
  /\/\*[^]*?(?:\*\/|$)/g,
  /<!--[^]*?(?:-->|$)/g,
  /<<[-~]?["']?([A-Z]+)["']?$[^]*?^\s*\1$/gm,
  /^=(?:begin|pod|head1)\b[^]*?^=(?:end|cut)\b/gm,
  /`[^`]*`/g,
  /"(?:[^"\\\n]|\\.){0,1000}(?:"|$)|(?<![\w)])'(?:[^'\\\n]|\\.)*'(?!\w)/gm,
];

/** The same for single languages, by the first of their fence names; in YAML the text behind a key needs no quotes. */
const BLOCKS_OF_TEXT_IN: Readonly<Record<string, RegExp>> = {
  haskell: /\{-[^]*?(?:-\}|$)/g,
  elm: /\{-[^]*?(?:-\}|$)/g,
  ocaml: /\(\*[^]*?(?:\*\)|$)/g,
  fsharp: /\(\*[^]*?(?:\*\)|$)/g,
  pascal: /\{[^]*?(?:\}|$)|\(\*[^]*?(?:\*\)|$)/g,
  powershell: /<#[^]*?(?:#>|$)/g,
  yaml: /(?<=^\s*(?:- )?[a-z][\w-]*: ).+$/gm,
};

/** The lines that are left without comments, the words in strings, and blank lines. */
function bareLines(text: string, language: LanguageFacts | undefined): string[] {
  const own = language && BLOCKS_OF_TEXT_IN[language.fences[0]];
  const blocks = own ? [own, ...BLOCKS_OF_TEXT] : BLOCKS_OF_TEXT;
  const withoutText = blocks.reduce((left, block) => left.replace(block, '""'), text);
  const comment = language?.comment;
  const lineComment = typeof comment === 'string' ? comment : undefined;
  return withoutText
    .split(/\r?\n/)
    .map((line) => withoutComment(line, lineComment).trimEnd())
    .filter((line) => /[^"\s]/.test(line));
}

function withoutComment(line: string, mark: string | undefined): string {
  if (/^#!/.test(line)) return '';
  if (mark === undefined) return line;
  const marks = mark === ';;' ? [';'] : mark === '*>' ? ['*>', '      *'] : [mark];
  const starts = marks.map((each) => (line.startsWith(each) ? 0 : line.search(new RegExp(`\\s${escapeRegExp(each)}`))));
  const found = starts.filter((start) => start >= 0);
  return found.length === 0 ? line : line.slice(0, Math.min(...found));
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const WORDS_OF_PROSE = new Set(
  'the a an of you your i i’m this that it its are can cannot can’t could to please we be will would should sorry here there have has my me but which because however also uses using need want help following'.split(
    ' ',
  ),
);

/** Four words or more, mostly letters, two of them such as only prose uses; or three that end as a sentence does. */
function isSentence(line: string): boolean {
  const text = line.replaceAll('""', '').replaceAll("'", '’').trim();
  const words = text.match(/\p{L}[\p{L}’-]*/gu) ?? [];
  const plain = text.replaceAll(/[\p{L}\p{M}\s’,.!?-]/gu, '').length <= text.length / 8;
  const prose = new Set(
    words.filter((word) => word !== 'A').map((word) => word.replace(/^\p{Lu}(?!\p{Lu})/u, (c) => c.toLowerCase())),
  );
  const known = [...prose].filter((word) => WORDS_OF_PROSE.has(word)).length;
  if (words.length >= 4 && plain && known >= 2 && !/\w\(/.test(text)) return true;
  return words.length >= 3 && plain && /^\p{Lu}\p{Ll}*[’\s]/u.test(text) && /\p{Ll}[.!?]$/u.test(text);
}

/** An indented line below another belongs to it, as no paragraph does. */
function continuesCode(line: string, above: string | undefined): boolean {
  return above !== undefined && /^(?: {2,}|\t)/.test(line) && !isListItem(line);
}
