import type { CookbookLanguage } from './editions.ts';

/** A well-known task that the cookbook has programs for, and the ways people ask for it. */
export interface Task {
  /** The folder of its programs under `recipes/`. */
  readonly slug: string;
  /** As the cookbook calls it. */
  readonly title: string;
  /** The languages that it has a program in. */
  readonly languages: readonly CookbookLanguage[];
  /** What remains of a request once courtesies are taken away, as a whole: see `find-task.ts`. */
  readonly phrases: readonly RegExp[];
  /**
   * Names that alone could also mean a thing to be made ("a palindrome"): they count as the whole instruction or beside
   * a word such as "function".
   */
  readonly names?: readonly string[];
}

/** The languages of a classic: a task that every beginner meets. */
export const everywhere: readonly CookbookLanguage[] = ['PYTHON', 'JAVASCRIPT', 'TYPESCRIPT', 'JAVA', 'CPP', 'RUST'];

export const SEQUENCE = '(?:sorted |given |unsorted )?(?:array|list|slice)s?(?: of (?:numbers|integers|ints|strings))?';
export const TEXT = '(?:given )?(?:text|string|sentence|word|phrase|input)';
export const IS_IT =
  '(?:(?:check|checks|checking|test|tests|determine|determines|tell|tells|see) (?:if|whether)|(?:return|returns) whether)';
export const COMPUTE =
  '(?:compute|computes|calculate|calculates|calculating|find|finds|get|gets|return|returns|print|prints)';

/** Each phrase is a regular expression over lower-case words, and matches the whole of them. */
export const phrase = (source: string): RegExp => new RegExp(`^(?:${source})$`);
