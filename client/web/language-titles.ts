import type { Language } from '../../schema/types.generated.ts';

/** What the build puts in for schema/languages.ts: of that table a page needs the titles alone. */
declare const LANGUAGE_TITLES: Readonly<Record<Language, string>>;

/** Languages as people write their names, in the order of the schema. */
export const languageTitles = LANGUAGE_TITLES;

/** The same as a list. */
export const languageList = Object.entries(languageTitles) as readonly (readonly [Language, string])[];
