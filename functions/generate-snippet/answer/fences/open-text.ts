import type { LanguageFacts } from '../../../../schema/languages.ts';
import { languages } from '../../../../schema/languages.ts';

/** What a stretch of text within code ends with: a string or a comment over several lines, a here-document. */
export type OpenText = string | undefined;

/** Longer lines are not looked into. */
const LONGEST_LINE = 2000;

const SLASHES: Readonly<Record<string, string>> = { '/*': '*/' };
const QUOTES: Readonly<Record<string, string>> = { '"""': '"""', "'''": "'''" };
const BACKTICK: Readonly<Record<string, string>> = { '`': '`' };

/** More pairs of single languages, by the first of their fence names. */
const PAIRS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  javascript: BACKTICK,
  typescript: BACKTICK,
  go: BACKTICK,
  d: BACKTICK,
  haskell: { '{-': '-}' },
  elm: { '{-': '-}' },
  ocaml: { '(*': '*)' },
  fsharp: { '(*': '*)' },
  pascal: { '(*': '*)' },
  powershell: { '<#': '#>', '@"': '"@', "@'": "'@" },
  lua: { '[[': ']]' },
  cpp: { 'R"(': ')"' },
  rust: { 'r#"': '"#' },
  css: SLASHES,
  sql: SLASHES,
  html: { '<!--': '-->' },
  xml: { '<!--': '-->' },
};
const TRIPLE_QUOTES = new Set(
  'python kotlin scala java swift groovy elixir julia graphql csharp toml dart fsharp nim'.split(' '),
);
const HERE_DOCUMENTS = new Set('bash ruby perl php dockerfile elixir crystal hcl yaml'.split(' '));

interface Syntax {
  readonly pairs: Readonly<Record<string, string>>;
  readonly hereDocuments: boolean;
  /** Finds the next opening mark, or a string or comment that ends on its line. */
  readonly next: RegExp;
}

const syntaxes = new Map<string, Syntax>();

/**
 * What text is open behind a line of code, so that a fence there is part of it.
 * @param before what is open before the line
 * @param label name of the code's language, lower case
 */
export function openTextAfter(line: string, before: OpenText, label: string): OpenText {
  if (line.length > LONGEST_LINE) return before;
  const { pairs, hereDocuments, next } = syntaxOf(label);
  let open = before;
  let at = 0;
  if (open?.startsWith('\n')) return line.trim().replace(/;$/, '') === open.slice(1) ? undefined : open;
  for (;;) {
    if (open !== undefined) {
      const end = line.indexOf(open, at);
      if (end < 0) return open;
      [at, open] = [end + open.length, undefined];
    }
    next.lastIndex = at;
    const [found] = next.exec(line) ?? [];
    if (found === undefined) break;
    at = next.lastIndex;
    open = pairs[found];
  }
  const [, word] = (hereDocuments && HERE_DOCUMENT.exec(line)) || [];
  return word === undefined ? undefined : `\n${word}`;
}

const HERE_DOCUMENT = /<<[-~<]?\s{0,3}["'\\]?([A-Za-z_]\w{1,30})\b/;

function syntaxOf(label: string): Syntax {
  const known = syntaxes.get(label);
  if (known) return known;
  const language = Object.values<LanguageFacts>(languages).find(({ fences }) => fences.includes(label));
  if (!language && label !== '') return syntaxOf('');
  const name = language?.fences[0] ?? '';
  const slashes = language?.comment === '//' ? SLASHES : {};
  const pairs = { ...(TRIPLE_QUOTES.has(name) ? QUOTES : {}), ...slashes, ...PAIRS[name] };
  const comment = typeof language?.comment === 'string' ? [`${escapeRegExp(language.comment)}.*`] : [];
  const marks = Object.keys(pairs).sort((a, b) => b.length - a.length);
  const strings = [String.raw`"(?:[^"\\]|\\.)*"`, String.raw`'(?:[^'\\]|\\.)*'`, '``+'];
  const next = new RegExp([...marks.map(escapeRegExp), ...comment, ...strings].join('|'), 'g');
  const syntax = { pairs, hereDocuments: HERE_DOCUMENTS.has(name), next };
  syntaxes.set(label, syntax);
  return syntax;
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
