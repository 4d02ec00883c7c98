import { readFileSync } from 'node:fs';
import { languages, type LanguageName } from '../../../schema/languages.ts';
import { findTask } from './find-task.ts';
import { tasks } from './tasks.ts';

/** Each language of the cookbook: the file of its program in a recipe's folder, and how an instruction may name it. */
const editions = {
  PYTHON: { file: 'python.py', names: ['python 3', 'python3', 'python', 'py'] },
  JAVASCRIPT: { file: 'javascript.js', names: ['javascript', 'js', 'nodejs', 'node js', 'node', 'ecmascript'] },
  TYPESCRIPT: { file: 'typescript.ts', names: ['typescript', 'ts'] },
  JAVA: { file: 'Main.java', names: ['java 17', 'java 21', 'java'] },
  CPP: { file: 'cpp.cpp', names: ['c++17', 'c++20', 'c++', 'cpp'] },
  RUST: { file: 'rust.rs', names: ['rust'] },
} as const;

/** A language that the cookbook has programs in: a value of the GraphQL enum `Language`. */
export type CookbookLanguage = keyof typeof editions;

export const cookbookLanguages = Object.keys(editions) as readonly CookbookLanguage[];

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
  if (!isCookbookLanguage(language)) {
    return {
      kind: 'unknown',
      message: `The cookbook has ${task.title}, but not in ${titleOf(language)}: only in ${knownLanguages}. ${realModel}`,
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
const knownLanguages = cookbookLanguages.map(titleOf).join(', ');
const realModel =
  'For a real model: npm start -- --model openai:http://127.0.0.1:11434/v1#qwen2.5-coder ' +
  '(Ollama, llama.cpp, LM Studio, vLLM) or --model bedrock:<model id>.';

function unknownTask(language: string, instruction: string): string {
  const named = cookbookLanguages.find((other) => other !== language && findTask(instruction, namesOf(other)));
  if (named !== undefined) {
    return `The instruction names ${titleOf(named)}, but the language asked for is ${titleOf(language)}. Ask for one of them alone. ${realModel}`;
  }
  return `The cookbook knows only: ${tasks.map(({ title }) => title).join(', ')}; in ${knownLanguages}. ${realModel}`;
}
