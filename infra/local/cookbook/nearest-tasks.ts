import leven from 'leven';
import type { CookbookLanguage } from './editions.ts';
import type { Task } from './task.ts';
import { tasks } from './tasks.ts';

/** Two words that differ in more than this share of their letters, or that are short, are different words. */
const MOST_DIFFERENT = 0.25;
const SHORTEST_MISSPELT = 5;
/** What a word of the title that nobody asked for takes away. */
const UNASKED = -0.05;
/** What a word is worth that stands in one of the ways to ask for a task, and not in its title. */
const IN_A_PHRASE = 0.5;
/** What a task gains that the language has. */
const IN_THE_LANGUAGE = 0.2;
/** With less in common than this, a task is no nearer than any other. */
const LEAST_IN_COMMON = 0.3;
const SHORT_WORDS = new Set(
  (
    'a an the of to in on by from for with and or not if is it its that this all two first given using into over between ' +
    'list array number numbers string text value check find get make write create function program code simple'
  ).split(' '),
);
/** What most people try first; each language has some of them. */
const POPULAR = [
  ...['fizzbuzz', 'binary-search', 'reverse-string', 'todo-list', 'rest-endpoint', 'linked-list', 'responsive-page'],
  ...['center-div', 'login-form', 'sql-join', 'sql-create-table', 'sql-top-customers', 'backup-folder', 'hello-world'],
  ...['docker-compose', 'github-workflow', 'dockerfile', 'read-file-lines', 'rate-limiter', 'sort-list'],
];

/** Tasks to name to somebody whose own is not in the book. */
export interface NearTasks {
  /** Those that have something in common with the instruction, the nearest first. */
  readonly near: readonly Task[];
  /** Well-known ones, first of the language, which make up the count. */
  readonly others: readonly Task[];
}

/**
 * The tasks that have most words in common with the instruction; of those that have as much, the ones that the language
 * has come first. A word counts the more the fewer tasks have it.
 * @param instruction only its first 400 characters are looked at
 * @param count how many tasks in all
 */
export function nearestTasks(instruction: string, language: string, count: number): NearTasks {
  const asked = wordsOf(instruction.slice(0, 400));
  const near = vocabularies
    .map(({ task, title, phrases }) => {
      const inCommon = sum(asked, (word) => Math.max(worth(word, title), IN_A_PHRASE * worth(word, phrases)));
      const unasked = [...title].filter((word) => nearness(word, asked) === 0).length;
      return { task, inCommon, score: inCommon + UNASKED * unasked + (has(task, language) ? IN_THE_LANGUAGE : 0) };
    })
    .filter(({ inCommon }) => inCommon >= LEAST_IN_COMMON)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ task }) => task);
  const others = new Set([...popular.filter((task) => has(task, language)), ...popular]);
  for (const task of near) others.delete(task);
  return { near, others: [...others].slice(0, count - near.length) };
}

const has = (task: Task, language: string): boolean => task.languages.includes(language as CookbookLanguage);
const sum = (words: Iterable<string>, of: (word: string) => number): number =>
  [...words].reduce((total, word) => total + of(word), 0);

const popular = POPULAR.flatMap((slug) => tasks.find((task) => task.slug === slug) ?? []);

const vocabularies = tasks.map((task) => ({
  task,
  title: wordsOf(`${task.title} ${task.slug}`),
  phrases: wordsOf(task.phrases.map(({ source }) => source).join(' ')),
}));

/** In how many tasks a word stands. */
const spread = new Map<string, number>();
for (const { title, phrases } of vocabularies) {
  for (const word of new Set([...title, ...phrases])) spread.set(word, (spread.get(word) ?? 0) + 1);
}

/** How near the nearest of these words is, and how much that says; 0 when none is near. */
function worth(word: string, vocabulary: ReadonlySet<string>): number {
  const found = nearestOf(word, vocabulary);
  return found ? found.nearness / Math.sqrt(spread.get(found.word) ?? 1) : 0;
}

const nearness = (word: string, words: ReadonlySet<string>): number => nearestOf(word, words)?.nearness ?? 0;

function nearestOf(word: string, words: ReadonlySet<string>): { word: string; nearness: number } | undefined {
  if (words.has(word)) return { word, nearness: 1 };
  let nearest: { word: string; nearness: number } | undefined;
  if (word.length < SHORTEST_MISSPELT) return undefined;
  for (const other of words) {
    const difference = leven(word, other) / Math.max(word.length, other.length);
    if (difference > MOST_DIFFERENT || (nearest && 1 - difference <= nearest.nearness)) continue;
    nearest = { word: other, nearness: 1 - difference };
  }
  return nearest;
}

/** Without their `s` of the plural, so that a word is found in either number. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !SHORT_WORDS.has(word)).map((word) => word.replace(/(?<=[^s]{3})s$/, '')));
}
