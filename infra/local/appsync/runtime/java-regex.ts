import { unknownHere } from './unavailable.ts';

const kept = new Map<string, RegExp>();

/**
 * A Java regular expression as JavaScript has it. Throws when it uses what the two do not share: possessive quantifiers,
 * atomic groups, intersections of classes, POSIX classes, flags other than at the beginning.
 */
export function javaRegex(pattern: string, flags: '' | 'g'): RegExp {
  const key = `${flags}/${pattern}`;
  const known = kept.get(key);
  if (known) return known;
  const made = translate(pattern, flags);
  if (kept.size < 500) kept.set(key, made);
  return made;
}

/** A replacement may name groups by number; what else means something to Java only is refused. */
export function javaReplacement(replacement: string): string {
  if (/\\|\$(?!\d)/.test(replacement)) throw unknownHere(`A replacement with "\\" or a bare "$" (${replacement})`);
  return replacement;
}

function translate(pattern: string, flags: string): RegExp {
  const leading = /^\(\?([ims]+)\)/.exec(pattern);
  let source = leading ? pattern.slice(leading[0].length) : pattern;
  source = source.replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, text: string) =>
    text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
  );
  const bare = source.replace(/\\[^pP]/g, '');
  if (/[*+?}]\+|\(\?>|\[[^\]]*(&&|\[)|\(\?[a-z-]+[:)]|\\[pP]\{(?!L|N|P|S|Z|M|C)|\\[pP]\{\w{3,}/.test(bare)) {
    throw unknownHere(`The Java regular expression ${pattern}`);
  }
  source = source.replace(/\\([AzZ])/g, (_, anchor: string) =>
    anchor === 'A' ? '^' : anchor === 'z' ? '$' : '(?=\\n?$)',
  );
  return new RegExp(source, flags + (leading?.[1] ?? '') + (/\\[pP]\{/.test(source) ? 'u' : ''));
}
