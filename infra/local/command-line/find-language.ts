import leven from 'leven';
import { fileExtensions } from '../../../schema/file-extensions.ts';
import { languages } from '../../../schema/languages.ts';
import type { Language } from '../../../schema/types.generated.ts';

/** Every name a language goes by, in lower case: its enum value, as people write it, in a code fence, as a file ending. */
const names = (Object.keys(languages) as Language[]).map((language) => {
  const { title, fences } = languages[language];
  const all = [
    language,
    language.replaceAll('_', ' '),
    language.replaceAll('_', '-'),
    title,
    ...fences,
    fileExtensions[language],
  ];
  return { language, names: [...new Set(all.map((name) => name.toLowerCase()))] };
});

/**
 * The language somebody means, in any case and with or without a dot before a file ending; the beginning of one name
 * will do when it is no other's.
 * @throws Error a sentence with near matches
 */
export function findLanguage(text: string): Language {
  const wanted = text.trim().toLowerCase().replace(/^\./, '');
  const exact = matching((name) => name === wanted);
  const found = exact.length > 0 || wanted.length < 2 ? exact : matching((name) => name.startsWith(wanted));
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only) throw new Error(`"${text}" may be ${listed(found)}: say which.`);
  const near = nearest(wanted);
  const hint =
    near.length > 0 ? `did you mean ${listed(near)}?` : `there are ${names.map((n) => n.language).join(', ')}.`;
  throw new Error(`"${text}" is no language I know; ${hint}`);
}

function matching(fits: (name: string) => boolean): Language[] {
  return names.filter((entry) => entry.names.some(fits)).map(({ language }) => language);
}

/** At most three, the nearest first, none of them more than a third of the letters away. */
function nearest(wanted: string): Language[] {
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return names
    .map(({ language, names }) => ({ language, distance: Math.min(...names.map((name) => leven(wanted, name))) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ language }) => language);
}

function listed(found: Language[]): string {
  const last = found.at(-1) ?? '';
  return found.length > 1 ? `${found.slice(0, -1).join(', ')} or ${last}` : last;
}
