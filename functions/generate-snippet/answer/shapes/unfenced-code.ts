import type { LanguageFacts } from '../../../../schema/languages.ts';
import { languages } from '../../../../schema/languages.ts';
import { bareLines } from './bare-lines.ts';
import { isCodeLine, isListItem } from './code-shapes.ts';
import { isMarkdownDocument } from './markdown-document.ts';
import { isSentence } from './prose-sentences.ts';

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

/** An indented line below another belongs to it, as no paragraph does. */
function continuesCode(line: string, above: string | undefined): boolean {
  return above !== undefined && /^(?: {2,}|\t)/.test(line) && !isListItem(line);
}
