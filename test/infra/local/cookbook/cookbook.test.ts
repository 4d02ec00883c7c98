import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { answer, cookbookLanguages, type CookbookLanguage } from '../../../../infra/local/cookbook/cookbook.ts';
import { tasks } from '../../../../infra/local/cookbook/tasks.ts';
import { asked, refused } from '../../../support/cookbook/cookbook-requests.ts';
import { runsEveryProgram } from '../../../support/cookbook/cookbook-runs.ts';

const recipes = fileURLToPath(new URL('../../../../infra/local/cookbook/recipes/', import.meta.url));
const programsOf: Record<CookbookLanguage, string> = {
  PYTHON: 'python.py',
  JAVASCRIPT: 'javascript.js',
  TYPESCRIPT: 'typescript.ts',
  JAVA: 'Main.java',
  CPP: 'cpp.cpp',
  RUST: 'rust.rs',
};

const taskFor = (instruction: string, language = 'PYTHON'): string => {
  const answered = answer({ language, instruction });
  return answered.kind === 'program' ? answered.task : answered.kind;
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
    expect(taskFor('binary search in Python 2')).toBe('unknown');
    expect(taskFor('a fizzbuzz in Haskell')).toBe('unknown');
    expect(taskFor('binary search in JavaScript', 'JAVA')).toBe('unknown');
  });

  it('a task it knows in a language it does not have, and says in which it has it', () => {
    const answered = answer({ language: 'RUBY', instruction: 'quicksort in Ruby' });
    expect(answered).toEqual({
      kind: 'unknown',
      message: expect.stringMatching(
        /has quicksort, but not in Ruby: only in Python, JavaScript, TypeScript, Java, C\+\+, Rust\. /,
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
      expect(message).toContain('npm start -- --model openai:http://127.0.0.1:11434/v1#qwen2.5-coder');
      expect(message).toContain('--model bedrock:<model id>');
      expect(message).not.toMatch(/[`~\n]/);
    },
  );

  it('by naming every task and every language', () => {
    const answered = answer({ language: 'PYTHON', instruction: 'a compiler for COBOL' });
    const message = answered.kind === 'unknown' ? answered.message : '';
    for (const { title } of tasks) expect(message).toContain(title);
    expect(message).toMatch(/in Python, JavaScript, TypeScript, Java, C\+\+, Rust\. /);
  });
});

describe('the recipes', () => {
  it('are one folder for each task, with one program for each language and nothing else', () => {
    const folders = readdirSync(recipes, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(tasks.map(({ slug }) => slug).sort());
    for (const { name } of folders)
      expect(readdirSync(recipes + name).sort()).toEqual(Object.values(programsOf).sort());
  });

  it.each(tasks.flatMap(({ slug, title }) => cookbookLanguages.map((language) => ({ slug, title, language }))))(
    '$slug in $language is given byte for byte, as code alone',
    ({ slug, title, language }) => {
      const code = readFileSync(`${recipes}${slug}/${programsOf[language]}`, 'utf8');
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
      tasks.map(({ slug }) => `${recipes}${slug}/typescript.ts`),
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

describe('every program runs in', () => {
  describe('JavaScript', () => runsEveryProgram('JAVASCRIPT'));
  describe('TypeScript', () => runsEveryProgram('TYPESCRIPT'));
  const noPython = spawnSync('python3', ['--version']).status !== 0;
  describe.skipIf(noPython)(noPython ? 'Python (skipped: there is no python3 on the PATH)' : 'Python', () =>
    runsEveryProgram('PYTHON'),
  );
});
