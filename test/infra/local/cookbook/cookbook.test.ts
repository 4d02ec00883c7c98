import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { answer } from '../../../../infra/local/cookbook/cookbook.ts';
import { cookbookLanguages, editions, type CookbookLanguage } from '../../../../infra/local/cookbook/editions.ts';
import { tasks } from '../../../../infra/local/cookbook/tasks.ts';
import { asked, refused } from '../../../support/cookbook/cookbook-requests.ts';
import { runsEveryProgram } from '../../../support/cookbook/cookbook-runs.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** The style sheets and scripts of a page. */
function embedded(node: Node): { name: string; text: string }[] {
  if (!('childNodes' in node)) return [];
  if (node.nodeName !== 'style' && node.nodeName !== 'script') return node.childNodes.flatMap(embedded);
  const [text] = node.childNodes;
  return [{ name: node.nodeName, text: text !== undefined && 'value' in text ? text.value : '' }];
}

const recipes = fileURLToPath(new URL('../../../../infra/local/cookbook/recipes/', import.meta.url));
/** In the language that is named, else in whichever first has a program for it. */
const taskFor = (instruction: string, ...languages: string[]): string => {
  for (const language of languages.length > 0 ? languages : cookbookLanguages) {
    const answered = answer({ language, instruction });
    if (answered.kind === 'program') return answered.task;
  }
  return 'unknown';
};

describe('the cookbook understands ordinary ways of asking', () => {
  it.each(Object.entries(asked).flatMap(([task, said]) => said.map((instruction) => ({ instruction, task }))))(
    '"$instruction" is $task',
    ({ instruction, task }) => expect(taskFor(instruction)).toBe(task),
  );

  it('has at least one way of asking for every task', () => {
    expect(Object.keys(asked).sort()).toEqual(tasks.map(({ slug }) => slug).sort());
  });

  it.each([
    ['JAVASCRIPT', 'a binary search in JavaScript'],
    ['JAVASCRIPT', 'simple http server in Node.js'],
    ['JAVASCRIPT', 'Node HTTP server'],
    ['TYPESCRIPT', 'TypeScript: fizzbuzz'],
    ['JAVA', 'mergesort algorithm (Java)'],
    ['CPP', 'How would you write quicksort in C++17?'],
    ['CPP', 'a c++ program to reverse a linked list'],
    ['RUST', 'idiomatic Rust LRU cache'],
  ])('%s may be named: "%s"', (language, instruction) => {
    expect(answer({ language, instruction })).toMatchObject({ kind: 'program', language });
  });
});

describe('the cookbook refuses what it does not know', () => {
  it.each(refused)('"%s"', (instruction) => expect(taskFor(instruction)).toBe('unknown'));

  it('a task in another language than the one asked for', () => {
    const answered = answer({ language: 'PYTHON', instruction: 'binary search in TypeScript' });
    expect(answered).toEqual({ kind: 'unknown', message: expect.stringMatching(/names TypeScript, but .* is Python/) });
    expect(taskFor('binary search in C++', 'C')).toBe('unknown');
    expect(taskFor('binary search in C++11', 'CPP')).toBe('unknown');
    expect(taskFor('binary search in Python 2', 'PYTHON')).toBe('unknown');
    expect(taskFor('a fizzbuzz in Haskell', 'PYTHON')).toBe('unknown');
    expect(taskFor('binary search in JavaScript', 'JAVA')).toBe('unknown');
  });

  it('a task it knows in a language it does not have, and says in which it has it', () => {
    const answered = answer({ language: 'RUBY', instruction: 'quicksort in Ruby' });
    expect(answered).toEqual({
      kind: 'unknown',
      message: expect.stringMatching(
        /has "quicksort", but not in Ruby: only in Python, JavaScript, TypeScript, Java, C\+\+, Rust\. /,
      ),
    });
    expect(answer({ language: 'a[', instruction: 'quicksort' })).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['PYTHON', 'a compiler for COBOL'],
    ['RUBY', 'levenshtein distance'],
    ['PYTHON', 'levenshtein distance in TypeScript'],
    ['x'.repeat(4000), 'levenshtein distance'],
    ['PYTHON', 'binary search '.repeat(280)],
  ])(
    'in plain prose of at most 500 characters that names the ways to a real model (%.20s, %.40s)',
    (language, instruction) => {
      const answered = answer({ language, instruction });
      const message = answered.kind === 'unknown' ? answered.message : '';
      expect(message.length).toBeLessThanOrEqual(500);
      expect(message).toContain('npm run model');
      expect(message).toContain('npm start -- --model openai:<base url>#<model>');
      expect(message).toContain('--model bedrock:<model id>');
      expect(message).not.toMatch(/[`~\n]/);
    },
  );

  it.each([
    ['PYTHON', 'bubble sort a linked list', ['bubble sort', 'linked list']],
    ['PYTHON', 'reverse the words of a string', ['reverse a string', 'word count']],
    ['PYTHON', 'shortest path between two cities', ["Dijkstra's shortest paths"]],
    ['JAVASCRIPT', 'fetch JSON from an API and draw it', ['fetch JSON', 'REST endpoint']],
    ['SQL', 'delete from a table', ['create a table of users']],
    ['JAVASCRIPT', 'email adress validaton with regexes and tests', ['e-mail check']],
  ])('by naming the three nearest tasks (%s, %s)', (language, instruction, near) => {
    const answered = answer({ language, instruction });
    const message = answered.kind === 'unknown' ? answered.message : '';
    expect(message).toContain(`knows ${tasks.length} tasks, but not this one`);
    for (const title of near) expect(message).toContain(`"${title}"`);
    expect(message.match(/"[^"]+"/g)).toHaveLength(3);
  });

  it.each([
    ['PYTHON', 'a chess engine', ['FizzBuzz', 'binary search', 'reverse a string']],
    ['HTML', 'a navigation bar', ['to-do list', 'responsive page', 'centre a div']],
    ['SQL', 'vacuum', ['SQL join', 'create a table of users', 'top 5 customers']],
  ])('by naming three well-known ones of the language where none is near (%s, %s)', (language, instruction, known) => {
    const message = expect.stringContaining(
      `but not this one: it has for example ${known.map((title) => `"${title}"`).join(', ')}. `,
    );
    expect(answer({ language, instruction })).toEqual({ kind: 'unknown', message });
  });

  it('and says in which languages a near task is there', () => {
    const answered = answer({ language: 'RUBY', instruction: 'dijkstra with a fibonacci heap' });
    expect(answered).toMatchObject({
      message: expect.stringContaining('"Dijkstra\'s shortest paths" (in Python, TypeScript)'),
    });
  });
});

describe('the recipes', () => {
  it('are one folder for each task, with one program for each of its languages and nothing else', () => {
    const folders = readdirSync(recipes, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(tasks.map(({ slug }) => slug).sort());
    for (const { slug, languages } of tasks)
      expect(readdirSync(recipes + slug).sort()).toEqual(languages.map((language) => editions[language].file).sort());
  });

  it.each(tasks.flatMap(({ slug, title, languages }) => languages.map((language) => ({ slug, title, language }))))(
    '$slug in $language is given byte for byte, as code alone',
    ({ slug, title, language }) => {
      const code = readFileSync(`${recipes}${slug}/${editions[language].file}`, 'utf8');
      expect(answer({ language, instruction: `${title} program` })).toEqual({
        kind: 'program',
        task: slug,
        code,
        language,
      });
      expect(code).toMatch(/\S\n$/);
      expect(code).not.toContain('```');
    },
  );

  it('in TypeScript pass the compiler in strict mode', () => {
    const program = ts.createProgram(
      tasks
        .filter(({ languages }) => languages.includes('TYPESCRIPT'))
        .map(({ slug }) => `${recipes}${slug}/typescript.ts`),
      {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        erasableSyntaxOnly: true,
        types: ['node'],
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
      },
    );
    const host = {
      getCurrentDirectory: () => recipes,
      getCanonicalFileName: (name: string) => name,
      getNewLine: () => '\n',
    };
    expect(ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), host)).toBe('');
  });
});

describe('what is no program is read without a complaint by a parser of', () => {
  const files = (language: CookbookLanguage): [string, string][] =>
    tasks
      .filter(({ languages }) => languages.includes(language))
      .map(({ slug }) => [slug, readFileSync(`${recipes}${slug}/${editions[language].file}`, 'utf8')]);

  it.each(files('HTML'))('HTML, with its style sheets and scripts: %s', async (_slug, code) => {
    const faults: string[] = [];
    const page = parse(code, { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) });
    expect(faults).toEqual([]);
    for (const { name, text } of embedded(page)) {
      expect((await transform(text, { loader: name === 'style' ? 'css' : 'js' })).warnings).toEqual([]);
    }
  });

  it.each(files('CSS'))('CSS: %s', async (_slug, code) => {
    expect((await transform(code, { loader: 'css' })).warnings).toEqual([]);
  });

  it.each(files('YAML'))('YAML: %s', (_slug, code) => {
    const { errors, warnings } = parseDocument(code);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it.each(files('DOCKERFILE'))('Dockerfiles: %s', (_slug, code) => {
    const instructions = code.split('\n').filter((line) => !/^(?:#|$)/.test(line));
    expect(instructions[0]).toMatch(/^FROM /);
    for (const line of instructions) expect(line).toMatch(/^(?:FROM|ENV|WORKDIR|COPY|RUN|USER|EXPOSE|CMD) \S/);
  });
});

describe('every program runs in', () => {
  describe('JavaScript', () => runsEveryProgram('JAVASCRIPT'));
  describe('TypeScript', () => runsEveryProgram('TYPESCRIPT'));
  const noPython = spawnSync('python3', ['--version']).status !== 0;
  describe('Bash', () => runsEveryProgram('BASH'));
  describe.skipIf(noPython)(noPython ? 'Python (skipped: there is no python3 on the PATH)' : 'Python', () =>
    runsEveryProgram('PYTHON'),
  );
});
