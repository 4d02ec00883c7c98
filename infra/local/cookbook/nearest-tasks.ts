import leven from 'leven';
import type { CookbookLanguage } from './editions.ts';
import type { Task } from './task.ts';
import { tasks } from './tasks.ts';

/** Two words that differ in more than this share of their letters are different words. */
const MOST_DIFFERENT = 0.34;
/** What a word of the title that nobody asked for takes away. */
const UNASKED = -0.25;
const SHORT_WORDS = new Set(['a', 'an', 'the', 'of', 'to', 'in', 'by', 'from', 'with', 'and', 'two', 'list', 'check']);

/**
 * The tasks whose titles have most in common with the instruction, the nearest first; those that the language has come
 * before others, and where nothing is in common the book's own order counts.
 * @param instruction only its first 400 characters are looked at
 */
export function nearestTasks(instruction: string, language: string, count: number): readonly Task[] {
  const asked = wordsOf(instruction.slice(0, 400));
  const scored = tasks.map((task) => {
    const common = wordsOf(task.title).reduce((sum, word) => sum + (nearness(word, asked) || UNASKED), 0);
    return { task, score: common + (has(task, language) ? 0.5 : 0) };
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ task }) => task);
}

const has = (task: Task, language: string): boolean => task.languages.includes(language as CookbookLanguage);

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SHORT_WORDS.has(word));
}

function nearness(word: string, asked: readonly string[]): number {
  const best = Math.min(...asked.map((other) => leven(word, other) / Math.max(word.length, other.length)), 1);
  return best <= MOST_DIFFERENT ? 1 - best : 0;
}
