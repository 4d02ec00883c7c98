import type { Language } from '../../schema/types.generated.ts';

/**
 * What the build puts in for schema/languages.ts, as JSON: of that table a page needs the titles alone. esbuild puts a text where
 * it is used, but an object into what the first view loads.
 */
declare const LANGUAGE_TITLES: string;

/** Languages as people write their names, in the order of the schema. */
export const languageTitles = JSON.parse(LANGUAGE_TITLES) as Readonly<Record<Language, string>>;

/** The same as a list. */
export const languageList = Object.entries(languageTitles) as readonly (readonly [Language, string])[];
