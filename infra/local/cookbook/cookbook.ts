import { readFileSync } from 'node:fs';
import { languages, type LanguageName } from '../../../schema/languages.ts';
import { cookbookLanguages, editions, type CookbookLanguage } from './editions.ts';
import { findTask } from './find-task.ts';
import { nearestTasks } from './nearest-tasks.ts';
import { tasks } from './tasks.ts';
import type { Task } from './task.ts';

/** A real, tested program, or in at most 500 characters of plain prose why there is none and what to do about it. */
export type CookbookAnswer =
  { kind: 'program'; task: string; code: string; language: CookbookLanguage } | { kind: 'unknown'; message: string };

/**
 * What the cookbook has for a request. It gives a program only for exactly the task that is asked for, in the language
 * that is asked for; it never invents, and a variation of a task it knows is a task it does not know.
 *
 * @param request.language a value of the GraphQL enum `Language`.
 */
export function answer({ language, instruction }: { language: string; instruction: string }): CookbookAnswer {
  const task = findTask(instruction, namesOf(language));
  if (task === undefined) return { kind: 'unknown', message: unknownTask(language, instruction) };
  if (!isCookbookLanguage(language) || !task.languages.includes(language)) {
    const known = task.languages.map(titleOf).join(', ');
    return {
      kind: 'unknown',
      message: `The cookbook has "${task.title}", but not in ${titleOf(language)}: only in ${known}. ${realModel}`,
    };
  }
  return { kind: 'program', task: task.slug, code: programOf(task.slug, language), language };
}

const programs = new Map<string, string>();

function programOf(slug: string, language: CookbookLanguage): string {
  const path = `recipes/${slug}/${editions[language].file}`;
  const code = programs.get(path) ?? readFileSync(new URL(path, import.meta.url), 'utf8');
  programs.set(path, code);
  return code;
}

const isLanguage = (language: string): language is LanguageName => Object.hasOwn(languages, language);
const isCookbookLanguage = (language: string): language is CookbookLanguage => Object.hasOwn(editions, language);

function namesOf(language: string): readonly string[] {
  if (isCookbookLanguage(language)) return editions[language].names;
  if (!isLanguage(language)) return [language.toLowerCase()];
  return [languages[language].title.toLowerCase(), ...languages[language].fences];
}

const titleOf = (language: string): string =>
  isLanguage(language) ? languages[language].title : language.slice(0, 40);
const realModel =
  'For a real model: npm run model; or npm start -- --model openai:<base url>#<model> ' +
  '(Ollama, llama.cpp, LM Studio, vLLM) or --model bedrock:<model id>.';

function unknownTask(language: string, instruction: string): string {
  const named = cookbookLanguages.find((other) => other !== language && findTask(instruction, namesOf(other)));
  if (named !== undefined) {
    return `The instruction names ${titleOf(named)}, but the language asked for is ${titleOf(language)}. Ask for one of them alone. ${realModel}`;
  }
  const { near, others } = nearestTasks(instruction, language, 3);
  const titles = (some: readonly Task[]): string => some.map((task) => described(task, language)).join(', ');
  const parts = [
    ...(near.length > 0 ? [`near ${near.length > 1 ? 'are' : 'is'} ${titles(near)}`] : []),
    ...(others.length > 0 ? [`it has ${near.length > 0 ? 'also ' : 'for example '}${titles(others)}`] : []),
  ];
  return `The cookbook, which is no AI, knows ${tasks.length} tasks, but not this one: ${parts.join('; ')}. ${realModel}`;
}

function described({ title, languages: known }: Task, language: string): string {
  const here = isCookbookLanguage(language) && known.includes(language);
  return here ? `"${title}"` : `"${title}" (in ${known.slice(0, 2).map(titleOf).join(', ')})`;
}
