import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { answer, cookbookLanguages, type CookbookLanguage } from '../infra/local/bedrock/cookbook/cookbook.ts';
import { tasks } from '../infra/local/bedrock/cookbook/tasks.ts';
import { runsEveryProgram } from './support/cookbook-programs.ts';

const recipes = fileURLToPath(new URL('../infra/local/bedrock/cookbook/recipes/', import.meta.url));
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
  const asked: Record<string, readonly string[]> = {
    'binary-search': [
      'implement binary search',
      'Implement binary search.',
      'binary search',
      'BINARY SEARCH',
      'binary search function please',
      'Binary-search algorithm',
      'binarySearch',
      'write a binary_search function in Python 3',
      'How do I implement a binary search on a sorted array?',
      'python function for binary search',
      'Could you show me how to do binary search in a sorted list of integers, please?',
      'find an element in a sorted array using binary search',
      'an iterative binary search',
      'a binary search function with an example',
      'I need an implementation of binary search',
      'Generate a binary search function',
    ],
    fizzbuzz: ['fizzbuzz', 'FizzBuzz', 'write me a fizz buzz', 'Fizz-Buzz from 1 to 100', 'print fizzbuzz up to 100'],
    quicksort: [
      'quicksort',
      'quick sort',
      'QuickSort algorithm',
      'sort an array of numbers using quicksort',
      'in-place quicksort',
    ],
    'merge-sort': ['mergesort algorithm', 'merge sort', 'MergeSort', 'implement merge sort for a list of integers'],
    'linked-list-reversal': [
      'how do I reverse a linked list',
      'how do I reverse a linked list?',
      'reverse a singly-linked list',
      'linked list reversal',
      'function to reverse a linked list in place',
    ],
    'lru-cache': [
      'Could you code up an LRU cache in Python?',
      'LRUCache',
      'least recently used cache',
      'least recently used (LRU) cache',
      'an LRU cache class with a fixed capacity',
    ],
    'breadth-first-search': [
      'bfs',
      'BFS on a graph',
      'breadth first search on a graph',
      'breadth-first search (BFS)',
      'traverse a graph using BFS',
    ],
    'prime-sieve': [
      'sieve of eratosthenes',
      'Sieve of Eratosthenes',
      'primes',
      'find all primes up to n',
      'print prime numbers from 1 to 100',
    ],
    'primality-test': [
      'check if a number is prime',
      'isPrime function',
      'prime number checker',
      'a function that returns whether n is prime',
    ],
    palindrome: [
      'palindrome',
      'palindrome function',
      'check if a string is a palindrome',
      'a function that checks whether a word is a palindrome',
      'palindrome checker',
      'isPalindrome',
    ],
    'word-count': [
      'word count',
      'count words in a text',
      'count the number of words in a string',
      'word frequency counter',
      'count words in a file',
    ],
    'csv-parser': [
      'parse a csv file',
      'CSV parser',
      'parse CSV',
      'read a CSV file',
      'a csv parser that handles quoted fields',
    ],
    'http-server': [
      'simple http server',
      'a small HTTP server',
      'web server',
      'hello world http server',
      'HTTP server on port 8080',
    ],
    fibonacci: [
      'fibonacci',
      'Fibonacci sequence',
      'nth fibonacci number',
      'compute the n-th Fibonacci number',
      'print the first 10 fibonacci numbers',
    ],
    factorial: ['factorial', 'calculate the factorial of a number', 'function that returns the factorial of n'],
    'greatest-common-divisor': [
      'gcd',
      'greatest common divisor of two numbers',
      "Euclid's algorithm",
      'euclid’s algorithm',
      'Euclidean algorithm for gcd',
    ],
    'balanced-brackets': [
      'balanced brackets',
      'check for balanced parentheses',
      'check if the brackets in a string are balanced',
      'valid parentheses function',
    ],
    'levenshtein-distance': [
      'levenshtein',
      'Levenshtein distance',
      'compute the Levenshtein edit distance between two strings',
    ],
    'hello-world': ['hello world', 'Hello, world!', 'print "Hello, World!"', 'a hello world program'],
  };
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
  it.each([
    'binary search tree',
    'binary search in a rotated array',
    'recursive binary search',
    'binary search without recursion',
    'write tests for binary search',
    'explain binary search',
    'how does binary search work',
    'fix my binary search',
    'binary search and quicksort',
    'do not write binary search',
    "don't use binary search",
    'binary search 但是递归',
    'binary search, returning -1 when not found',
    'reverse a string',
    'reverse an array',
    'reverse a doubly linked list',
    'reverse a linked list recursively',
    'reverse a linked list in groups of k',
    'linked list',
    'detect a cycle in a linked list',
    'fizzbuzz but with 7 and 11',
    'fizzbuzz up to 50',
    'fizzbuzz from 1 to 1000',
    'fizzbuzz without modulo',
    'quick sort a linked list',
    'quicksort in descending order',
    'sort a list',
    'bubble sort',
    'merge two sorted lists',
    'merge sort a linked list',
    'LFU cache',
    'thread-safe LRU cache',
    'cache',
    'bfs shortest path',
    'breadth-first search on a tree',
    'depth first search',
    'is 7 prime',
    'prime factors of a number',
    'first 10 primes',
    'primes up to 50',
    'primes < 100',
    'longest palindromic substring',
    'generate a palindrome',
    'create palindromes',
    'check if a number is a palindrome',
    'palindrome linked list',
    'generate balanced parentheses',
    'count characters in a text',
    'count unique words in a text',
    'write a csv file',
    'csv to json',
    'https server',
    'http server on port 3000',
    'http server with express',
    'http client',
    'fibonacci with memoization',
    'fibonacci up to 100',
    'fibonacci heap',
    'factorial of 5',
    'trailing zeros of a factorial',
    'gcd and lcm',
    'gcd of three numbers',
    'hello',
    'hello universe',
    'a web scraper',
    'please write a function',
    'python',
    '',
    '!!!',
  ])('"%s"', (instruction) => expect(taskFor(instruction)).toBe('unknown'));

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

  it('in TypeScript pass the compiler in strict mode', { timeout: 60_000 }, () => {
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
