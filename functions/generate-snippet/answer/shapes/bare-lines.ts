import type { LanguageFacts } from '../../../../schema/languages.ts';

const BLOCKS_OF_TEXT = [
  /"""[^]*?(?:"""|$)/g,
  /'''[^]*?(?:'''|$)/g,
  /\/\*[^]*?(?:\*\/|$)/g,
  /<!--[^]*?(?:-->|$)/g,
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
export function bareLines(text: string, language: LanguageFacts | undefined): string[] {
  const own = language && BLOCKS_OF_TEXT_IN[language.fences[0]];
  const blocks = own ? [own, ...BLOCKS_OF_TEXT] : BLOCKS_OF_TEXT;
  const withoutText = blocks.reduce((left, block) => left.replace(block, '""'), withoutStretches(text));
  const comment = language?.comment;
  const lineComment = typeof comment === 'string' ? comment : undefined;
  return withoutText
    .split(/\r?\n/)
    .map((line) => withoutComment(line, lineComment).trimEnd())
    .filter((line) => /[^"\s]/.test(line));
}

/** The text without here-documents and the documentation of Perl and Ruby, where they have an end. */
function withoutStretches(text: string): string {
  const lines = text.split('\n');
  const endings = lines.map((line) => line.trim().replace(/^=(?:end|cut)\b.*$/, '=end'));
  const lastAt = new Map(endings.map((ending, index) => [ending, index]));
  const left: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, word] = /<<[-~]?["']?([A-Z]+)["']?\r?$/.exec(line) ?? [];
    const ending = /^=(?:begin|pod|head1)\b/.test(line) ? '=end' : word;
    if (ending !== undefined && (lastAt.get(ending) ?? -1) > index) {
      while (endings[index] !== ending || line === lines[index]) index += 1;
      left.push(`${word === undefined ? '' : line.slice(0, line.lastIndexOf('<<'))}""`);
    } else left.push(line);
  }
  return left.join('\n');
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
