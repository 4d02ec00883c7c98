import { isCodeLine } from '../shapes/code-shapes.ts';
import { isFenceName, languageNames } from './fence-names.ts';
import { trimBlanks } from './invisible.ts';

const ATTRIBUTE_WORDS = new Set(
  'showlinenumbers linenos linenums numberlines copy wrap nowrap editable runnable ignore no_run'.split(' '),
);
const ATTRIBUTE_KEYS = new Set(
  'title file filename name path caption label id class lang linenos linenums hl_lines highlight lines start startline'.split(
    ' ',
  ),
);
const PATH = /^[\w@./\\-]*[./\\][\w-]+$/;

/** A longer text behind a fence is code, not attributes. */
const LONGEST_ATTRIBUTES = 300;

/**
 * Reads what stands behind an opening fence: `python`, `Python title="a.py"`, `{.python}`, `language-python`, `src/a.py`.
 * Where the line break is missing, code follows the name, or stands in its place: `python def f():`.
 * @param spanned the fence is closed on the same line, so that what follows a name can only be code
 */
export function readInfo(info: string, spanned: boolean): { readonly label: string; readonly code: string } {
  const text = trimBlanks(info);
  const [first = ''] = /^(?:\{[ ]*)?\S+/.exec(text) ?? [];
  const behind = text.slice(first.length).trim();
  const label = labelOf(first);
  if (text.length <= LONGEST_ATTRIBUTES && /^\{(?!\s*["}]).*\}$/s.test(text)) return { label, code: '' };
  const known = isFenceName(label);
  if (spanned) return known ? { label, code: behind } : { label: '', code: text };
  if (behind !== '' && text.length <= LONGEST_ATTRIBUTES) {
    const joined = text.toLowerCase().replaceAll(/\s/g, '');
    if (languageNames.has(joined)) return { label: joined, code: '' };
  }
  if (known) return { label, code: areAttributes(behind) ? '' : codeBehind(info, first) };
  if (isAttribute(first)) return { label: '', code: '' };
  const isCode = !/^[\w+#.\\/:,={}-]*$/.test(first) || isCodeLine(text);
  return isCode ? { label: '', code: info.replace(/^[ \t]/, '') } : { label, code: '' };
}

function codeBehind(info: string, first: string): string {
  const code = info.slice(info.indexOf(first) + first.length);
  return code.replace(/^[ \t]/, '');
}

/** `{.python .numberLines}`, `language-python`, `python:main.py`, `python,ignore` and `src/main.py` → `python` or `py`. */
function labelOf(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/^\{ *\.?/, '')
    .replace(/^(["'<])([\w+#.-]{1,30})["'>]$/, (quoted, _, name: string) => (isFenceName(name) ? name : quoted))
    .replace(/^(?:language|lang)[-:]/, '')
    .replace(/[:,;{}].*$/s, '')
    .replace(/^\./, '');
  if (isFenceName(plain) || plain.length > LONGEST_ATTRIBUTES || !PATH.test(plain)) return plain;
  return plain.slice(plain.lastIndexOf('.') + 1);
}

/** File names, `key="value"`, `{1,3-5}`, the name once more, or one plain word; anything else is code. */
function areAttributes(text: string): boolean {
  if (text.length > LONGEST_ATTRIBUTES) return false;
  const words = text.match(/\{[^}]*\}|\[[^\]]*\]|[\w-]+=(?:"[^"]*"|'[^']*')|\S+/g) ?? [];
  const attributes = words.every((word) => {
    if (/^(?:\{.*\}|\[.*\]|[\w-]+=["'].*["'])$/.test(word)) return true;
    return ATTRIBUTE_WORDS.has(word.toLowerCase()) || isAttribute(word) || PATH.test(word);
  });
  return attributes || (words.length === 1 && /^[\w-]+$/.test(text));
}

function isAttribute(word: string): boolean {
  const equals = word.indexOf('=');
  return equals > 0 && ATTRIBUTE_KEYS.has(word.slice(0, equals).toLowerCase());
}
