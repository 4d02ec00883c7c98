import { isUnfencedCode } from '../shapes/unfenced-code.ts';
import { insideSpans } from './code-spans.ts';
import { insideTags } from './code-tags.ts';
import { codeInJson } from './json-envelope.ts';
import { withoutTokensAtEnd } from './wrapper-tags.ts';

export const markupNames: readonly string[] = ['html', 'xml', 'markdown'];

type IsCode = (text: string, fenceNames: readonly string[]) => boolean;

/**
 * The code of an answer without a fence, which may stand in another wrapping: tags (`<code>`, `<answer>`), code spans, the
 * object of JSON that tools like, below the name of the language, or below a line that announces it. Undefined when it is none
 * of these and not code as it is.
 */
export function unfencedCodeIn(answer: string, fenceNames: readonly string[], isCode: IsCode): string | undefined {
  const text = withoutTokensAtEnd(answer.replace(/^[\uFEFF\u200B-\u200F\u2060]+/, ''));
  const isMarkup = fenceNames.some((name) => markupNames.includes(name));
  const tagged = isMarkup ? undefined : insideTags(text, fenceNames, true);
  if (tagged && (tagged.isCode || isCode(tagged.text, fenceNames))) return tagged.text;
  const enveloped = codeInJson(text, fenceNames);
  if (enveloped !== undefined) return enveloped;
  const bare = withoutLabel(text, fenceNames);
  return unwrapped(bare, fenceNames, isCode) ?? unwrapped(belowAnnouncement(bare), fenceNames, isUnfencedCode);
}

function unwrapped(text: string, fenceNames: readonly string[], isCode: IsCode): string | undefined {
  const spans = insideSpans(text);
  if (spans !== undefined && isUnfencedCode(spans, fenceNames)) return spans;
  return isCode(text, fenceNames) ? text : undefined;
}

/** Without a first line that is the name of the language, as copied answers have it. */
function withoutLabel(text: string, fenceNames: readonly string[]): string {
  const [label = '', name = ''] = /^\s*([\w+#.-]{1,30})[ \t]*\r?\n/.exec(text) ?? [];
  return fenceNames.includes(name.toLowerCase()) ? text.slice(label.length) : text;
}

/** What stands below a first line that ends with a colon and a blank line, from the margin on; empty for nothing. */
function belowAnnouncement(text: string): string {
  const [announcement] = /^\s*[^\n]{1,300}[:：][ \t]*\r?\n(?:[ \t]*\r?\n)+(?=\S)/.exec(text) ?? [];
  return announcement === undefined ? '' : text.slice(announcement.length);
}
