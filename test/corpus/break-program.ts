import { languages } from '../../schema/languages.ts';
import type { LanguageName } from '../../schema/languages.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, https://github.com/cprosche/mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A way in which an answer goes wrong. Null when the program has no place for it. */
type Break = (code: string, chance: () => number, language: LanguageName) => string | null;

const prose = [
  'Here is the code that you asked for:',
  'This solution uses a simple loop, which is easy to read.',
  'Let me know if you need anything else!',
  'Note that the input must not be empty.',
  'The function above returns the result as a list.',
];

/** The faults of the corpus, by name. */
export const breaks = {
  'a bracket dropped': (code, chance, language) =>
    without(code, language === 'HTML' || language === 'XML' ? /[<>]/g : /[()[\]{}]/g, chance),
  'a string left open': (code, chance) => without(code, /(?<=\w)"|"(?=\w)/g, chance),
  'prose above': (code, chance) => `${pick(prose, chance)}\n\n${code}`,
  'prose below': (code, chance) => `${code.trimEnd()}\n\n${pick(prose, chance)}\n`,
  'prose in the middle': (code, chance, language) => {
    if (language === 'HTML' || language === 'XML') return null;
    const lines = code.split('\n');
    const places = lines.map((_, at) => at).filter((at) => at > lines.length / 4 && isBetweenCode(lines, at));
    const at = pick(places, chance);
    return at === undefined ? null : [...lines.slice(0, at), pick(prose, chance), ...lines.slice(at)].join('\n');
  },
  'half of it gone': (code) => (code.length < 200 ? null : code.slice(0, code.length / 2).replace(/\S*$/, '')),
  'a fence left in': (code, chance, language) => {
    const [fence] = languages[language].fences;
    return chance() < 0.5 ? `\`\`\`${fence}\n${code}` : `${code.trimEnd()}\n\`\`\`\n`;
  },
  'an HTML entity': (code, chance) => {
    const place = pick([...code.matchAll(/ (<|>|<=|>=|&&|->|=>) /g)], chance);
    if (!place) return null;
    const [text] = place;
    const entities = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return code.slice(0, place.index) + entities + code.slice(place.index + text.length);
  },
} as const satisfies Record<string, Break>;

export type BreakName = keyof typeof breaks;

/** Those of which nearly all are to be noticed. */
export const plainBreaks: readonly BreakName[] = [
  'a bracket dropped',
  'prose above',
  'prose below',
  'prose in the middle',
  'a fence left in',
];

/** Whether the place before a line is in no comment or text, as far as the lines around it tell. */
function isBetweenCode(lines: readonly string[], at: number): boolean {
  const before = lines.slice(0, at).join('\n');
  const [above = '', below = ''] = [lines[at - 1], lines[at]];
  const isOpen = (mark: string): boolean => before.split(mark).length % 2 === 0;
  if ([above, below].some((line) => /^\s*(\*|\/\/|\/\*|#|--|%|<|$)|\\$/.test(line))) return false;
  if (before.lastIndexOf('/*') > before.lastIndexOf('*/') || before.lastIndexOf('[[') > before.lastIndexOf(']]'))
    return false;
  return !['`', '"""', "'''"].some(isOpen) && !/<<[-~]?['"]?\w/.test(before);
}

/** Without one of the pieces that the pattern finds outside of comments and strings, as far as a line tells. */
function without(code: string, pattern: RegExp, chance: () => number): string | null {
  const places = [...code.matchAll(pattern)].filter(({ index }) => isCode(code, index, pattern.source.includes('"')));
  const place = pick(places, chance);
  return place ? code.slice(0, place.index) + code.slice(place.index + place[0].length) : null;
}

/** Whether a place is likely code: its line begins no comment, and as many quotes are left as right of it, or none. */
function isCode(code: string, index: number, isQuote: boolean): boolean {
  const from = code.lastIndexOf('\n', index) + 1;
  const to = code.indexOf('\n', index);
  const line = code.slice(from, to < 0 ? undefined : to);
  const left = line.slice(0, index - from);
  if (/^\s*(\/\/|#|--|;|%|\*|\/\*|"""|''')|\/\/|<!--|\s#\s/.test(left)) return false;
  if (isQuote) return line.split('"').length === 3 && !/['`\\/]/.test(line);
  return !/["'`\\/]/.test(line);
}

function pick<Item>(items: readonly Item[], chance: () => number): Item | undefined {
  return items[Math.floor(chance() * items.length)];
}
