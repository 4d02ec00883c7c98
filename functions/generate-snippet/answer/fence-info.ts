import { languages } from '../../../schema/languages.ts';
import { isCodeLine } from './code-shapes.ts';

/** Shells: what stands in such a block is mostly how to run the code, not the code. */
export const shellNames: ReadonlySet<string> = new Set(
  'sh bash shell zsh fish ksh csh dash bat batch cmd dos powershell pwsh ps1 console terminal shell-session sh-session'.split(
    ' ',
  ),
);

/** What a program reads or prints, and other text that is mostly beside the code. */
export const textNames: ReadonlySet<string> = new Set(
  'text txt plaintext plain none json yaml csv ini env diff patch markdown md mermaid dot tree'.split(' '),
);

/** What a program has printed: never code. */
export const outputNames: ReadonlySet<string> = new Set(
  'output out stdout stderr result results log logs traceback error'.split(' '),
);

const languageNames: ReadonlySet<string> = new Set(Object.values(languages).flatMap(({ fences }) => [...fences]));

/** Whether this is a usual name behind an opening fence. */
export function isFenceName(name: string): boolean {
  return [languageNames, shellNames, textNames, outputNames].some((names) => names.has(name));
}

const ATTRIBUTE_WORD =
  /^(?:showlinenumbers|linenos|linenums|numberlines|copy|wrap|nowrap|editable|runnable|ignore|no_run)$/i;
const ATTRIBUTE_KEY =
  /^(?:title|file|filename|name|path|caption|label|id|class|lang|linenos|linenums|hl_lines|highlight|lines|start|startline)=/i;
const PATH = /^[\w@./\\-]*[./\\][\w-]+$/;

/**
 * Reads what stands behind an opening fence: `python`, `Python title="a.py"`, `{.python}`, `language-python`, `src/a.py`.
 * Where the line break is missing, code follows the name, or stands in its place: `python def f():`.
 * @param spanned the fence is closed on the same line, so that what follows a name can only be code
 */
export function readInfo(info: string, spanned: boolean): { readonly label: string; readonly code: string } {
  const text = info.trim();
  const [first = ''] = /^(?:\{[ ]*)?\S+/.exec(text) ?? [];
  const behind = text.slice(first.length).trim();
  const label = labelOf(first);
  if (/^\{(?!\s*["}]).*\}$/s.test(text)) return { label, code: '' };
  const known = isFenceName(label);
  if (spanned) return known ? { label, code: behind } : { label: '', code: text };
  const joined = text.toLowerCase().replaceAll(/\s/g, '');
  if (behind !== '' && languageNames.has(joined)) return { label: joined, code: '' };
  if (known)
    return {
      label,
      code: areAttributes(behind)
        ? ''
        : info
            .trimStart()
            .slice(first.length)
            .replace(/^[ \t]/, ''),
    };
  if (ATTRIBUTE_KEY.test(first)) return { label: '', code: '' };
  const isCode = !/^[\w+#.\\/:,={}-]*$/.test(first) || isCodeLine(text);
  return isCode ? { label: '', code: info.replace(/^[ \t]/, '') } : { label, code: '' };
}

/** `{.python .numberLines}`, `language-python`, `python:main.py`, `python,ignore` and `src/main.py` → `python` or `py`. */
function labelOf(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/^\{ *\.?/, '')
    .replace(/^(?:language|lang)[-:]/, '')
    .replace(/[:,;{}].*$/s, '')
    .replace(/^\./, '');
  if (isFenceName(plain) || !PATH.test(plain)) return plain;
  return plain.slice(plain.lastIndexOf('.') + 1);
}

/** File names, `key="value"`, `{1,3-5}`, or one plain word; anything else is code. */
function areAttributes(text: string): boolean {
  const words = text.match(/\{[^}]*\}|\[[^\]]*\]|[\w-]+=(?:"[^"]*"|'[^']*')|\S+/g) ?? [];
  const attributes = words.every((word) => {
    if (/^(?:\{.*\}|\[.*\]|[\w-]+=["'].*["'])$/.test(word)) return true;
    return ATTRIBUTE_WORD.test(word) || ATTRIBUTE_KEY.test(word) || PATH.test(word);
  });
  return attributes || (words.length === 1 && /^[\w-]+$/.test(text));
}
