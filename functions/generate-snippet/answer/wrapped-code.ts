import { isUnfencedCode } from './shapes/unfenced-code.ts';
import { withoutTokensAtEnd } from './fences/wrappers.ts';
import { codeInJson } from './json-envelope.ts';

const MARKUP_LANGUAGES = ['html', 'xml', 'markdown'];

/**
 * The code of an answer without a fence, which may stand in another wrapping: tags (`<code>`, `<answer>`), one code span, the
 * object of JSON that tools like, or below a line that announces it. Undefined when it is none of these and not code as it is.
 */
export function unfencedCodeIn(
  answer: string,
  fenceNames: readonly string[],
  isCode: (text: string, fenceNames: readonly string[]) => boolean,
): string | undefined {
  const text = withoutTokensAtEnd(answer.replace(/^[\uFEFF\u200B-\u200F\u2060]+/, ''));
  const isMarkup = fenceNames.some((name) => MARKUP_LANGUAGES.includes(name));
  const wrapped = isMarkup ? undefined : (inTags(text) ?? codeInJson(text, fenceNames));
  if (wrapped !== undefined && (isCode(wrapped, fenceNames) || isTagOfCode(text))) return wrapped;
  const span = inSpan(text);
  if (span !== undefined && isUnfencedCode(span, fenceNames)) return span;
  if (isCode(text, fenceNames)) return text;
  const announced = belowAnnouncement(text);
  return announced !== undefined && isUnfencedCode(announced, fenceNames) ? announced : undefined;
}

const CODE_TAG = /<(code|pre|source|python|script|program|snippet)(?:\s[^<>]{0,200})?>/i;

function isTagOfCode(text: string): boolean {
  return CODE_TAG.test(text) || /\[(?:PYTHON|CODE|SOLUTION)\]/.test(text);
}

/** What stands between the first opening and the last closing tag of a wrapping, without the line break behind the tag. */
function inTags(text: string): string | undefined {
  let [inside, found] = [text, false];
  for (;;) {
    const opening = found
      ? OPENING_AT_START.exec(inside)
      : (OPENING_AT_START.exec(inside) ?? CODE_TAG_AT_LINE.exec(inside));
    if (!opening) break;
    const name = (opening[1] ?? opening[2] ?? '').toLowerCase();
    const closing = inside.toLowerCase().lastIndexOf(opening[1] === undefined ? `[/${name}]` : `</${name}>`);
    if (closing < opening.index + opening[0].length) break;
    inside = inside.slice(opening.index + opening[0].length, closing).replace(/[ \t]+$/, '');
    found = true;
  }
  if (!found) return undefined;
  const unescaped = /[<>]/.test(inside) ? inside : unescapeMarkup(inside);
  return unescaped === '' || unescaped.endsWith('\n') ? unescaped : `${unescaped}\n`;
}

const OPENING_AT_START =
  /^\s*(?:<(code|pre|source|python|program|snippet|answer|response|result|output|solution|final|final_answer|file|artifact)(?:\s[^<>]{0,200})?>|\[(python|code|solution|answer)\])[ \t]*(?:\r?\n)?/i;
const CODE_TAG_AT_LINE = /(?<=\n)[ \t]*(?:<(code|pre)(?:\s[^<>]{0,200})?>|\[(python|code)\])[ \t]*(?:\r?\n)?/i;

function unescapeMarkup(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The inside of a code span that is the whole answer. */
function inSpan(text: string): string | undefined {
  const [, marks = '', inside = ''] = /^\s*(`{1,2})([^`][^]*)$/.exec(text) ?? [];
  const code = inside.trimEnd();
  if (marks === '' || !code.endsWith(marks) || code.slice(0, -marks.length).includes('`')) return undefined;
  const span = code.slice(0, -marks.length);
  return span.endsWith('\n') ? span : `${span}\n`;
}

/** What stands below a first line that ends with a colon and a blank line, from the margin on. */
function belowAnnouncement(text: string): string | undefined {
  const [announcement] = /^\s*[^\n]{1,300}[:：][ \t]*\r?\n(?:[ \t]*\r?\n)+(?=\S)/.exec(text) ?? [];
  return announcement === undefined ? undefined : text.slice(announcement.length);
}
