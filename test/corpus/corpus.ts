import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileExtensions } from '../../schema/file-extensions.ts';
import type { LanguageName } from '../../schema/languages.ts';
import { languages } from '../../schema/languages.ts';
import type { CorpusSource } from './corpus-sources.ts';
import { corpusSources } from './corpus-sources.ts';

/** A program that is right. */
export interface Program {
  readonly name: string;
  readonly code: string;
}

const path = (place: string): string => fileURLToPath(new URL(place, import.meta.url));

/** Where fetched packages lie. */
export const corpusFolder = path('../../dist/corpus/');
const recipesFolder = path('../../infra/local/cookbook/recipes/');
const samplesFolder = path('samples/');

/** Files of the size of an answer, in UTF-16 units. */
const size = { least: 120, most: 98_304 };
const MOST_OF_A_SOURCE = 60;
/** Files that are wrong on purpose, made by tools, or in another dialect. */
const passedOver =
  /\/(tests?|listings|fixtures?|__tests__|testdata|third-party|node_modules|locale)\/|\.min\.|\.d\.ts$|tsconfig|\/jni\//;

export function folderOf({ from }: CorpusSource): string {
  return join(corpusFolder, ('npm' in from ? from.npm : from.debian).replaceAll('/', '+'));
}

/** The programs of a language: own samples, the cookbook, and of what was fetched so many of each source at most. */
export function programsOf(language: LanguageName): Program[] {
  const own = [...samplesOf(language), ...recipesOf(language)];
  return [...own, ...corpusSources.flatMap((source) => fetchedOf(source, language))];
}

function fetchedOf(source: CorpusSource, language: LanguageName): Program[] {
  const ends = source.files[language] ?? [];
  const folder = folderOf(source);
  if (ends.length === 0 || !existsSync(folder)) return [];
  const isMeant = (file: string): boolean =>
    ends.some((end) => (end.endsWith('/') ? file.includes(end) : file.endsWith(end)));
  const files = filesIn(folder).filter((file) => isMeant(file) && !passedOver.test(file.slice(folder.length)));
  const step = Math.max(1, files.length / MOST_OF_A_SOURCE);
  const chosen = files.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return read(chosen, corpusFolder);
}

function recipesOf(language: LanguageName): Program[] {
  const end = `.${fileExtensions[language]}`;
  return read(
    filesIn(recipesFolder).filter((file) => file.endsWith(end)),
    recipesFolder,
  );
}

/** A program of this project's own. */
export interface Sample extends Program {
  /** Whether it is newer than the compilers of `.ci/run`, which its fence says with the word `newer`. */
  readonly isNewer: boolean;
}

/** The fenced blocks of `samples/<language>.md`, none of which holds a fence of its own. */
export function samplesOf(language: LanguageName): Sample[] {
  const file = join(samplesFolder, `${language.toLowerCase().replaceAll('_', '-')}.md`);
  if (!existsSync(file)) return [];
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^````*\w*( newer)?\n(.*?)^````*$/gms)];
  return blocks.map(([, newer, code = ''], index) => ({
    name: `sample ${index + 1} of ${languages[language].title}`,
    code,
    isNewer: newer !== undefined,
  }));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .sort();
}

function read(files: readonly string[], below: string): Program[] {
  return files
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .map((file) => ({ name: file.slice(below.length), code: readFileSync(file, 'utf8') }))
    .filter(({ code }) => code.length >= size.least && code.length <= size.most && !code.includes('\uFFFD'));
}
