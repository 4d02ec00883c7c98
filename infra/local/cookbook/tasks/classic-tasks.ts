import type { Task } from '../task.ts';
import { COMPUTE, everywhere, IS_IT, phrase, SEQUENCE } from '../task.ts';

/** Well-known algorithms. A phrase promises no more than the program of every language keeps. */
export const classicTasks: readonly Task[] = [
  {
    slug: 'binary-search',
    title: 'binary search',
    languages: [...everywhere, 'GO'],
    phrases: [
      phrase(`(?:iterative )?binary search(?: (?:in|on|over|through|of|for) ${SEQUENCE})?(?: iteratively)?`),
      phrase(`binary search (?:for|to find) (?:element|item|value|number|target) in ${SEQUENCE}`),
      phrase(`(?:search|find (?:element|item|value|number|target) in) ${SEQUENCE} (?:with|using|by) binary search`),
    ],
  },
  {
    slug: 'quicksort',
    title: 'quicksort',
    languages: everywhere,
    phrases: [
      phrase(`(?:in place )?quick ?sort(?: (?:of |for |on |(?:to|that) sorts? )?${SEQUENCE})?(?: in place)?`),
      phrase(`(?:sort|sorts|sorting)(?: ${SEQUENCE})? (?:with|using|by) quick ?sort`),
    ],
  },
  {
    slug: 'merge-sort',
    title: 'merge sort',
    languages: everywhere,
    phrases: [
      phrase(`(?:stable )?merge ?sort(?: (?:of |for |on |(?:to|that) sorts? )?${SEQUENCE})?`),
      phrase(`(?:sort|sorts|sorting)(?: ${SEQUENCE})? (?:with|using|by) merge ?sort`),
    ],
  },
  {
    slug: 'breadth-first-search',
    title: 'breadth-first search',
    languages: everywhere,
    phrases: [
      phrase(
        '(?:graph )?(?:bfs|breadth first search|breadth first search bfs|bfs breadth first search|breadth first)' +
          '(?: traversal)?(?: (?:in|on|over|through|of|for) (?:directed |undirected |given )?graph(?: traversal)?)?',
      ),
      phrase(
        '(?:traverse graph|traverses graph|search graph|graph traversal) (?:with|using|by) (?:bfs|breadth first search)',
      ),
    ],
  },
  {
    slug: 'prime-sieve',
    title: 'prime sieve',
    languages: everywhere,
    phrases: [
      phrase('(?:prime sieve|(?:prime number )?sieve of eratosthenes|eratosthenes sieve)(?: for primes)?'),
      phrase(
        `(?:${COMPUTE} |list |lists )?(?:all )?(?:primes|prime numbers)` +
          '(?: (?:up to|to) (?:n|100|limit|given (?:number|limit))| (?:from|between) 1 (?:to|and) (?:n|100))?' +
          '(?: (?:with|using|by) sieve(?: of eratosthenes)?)?',
      ),
    ],
  },
  {
    slug: 'primality-test',
    title: 'primality test',
    languages: everywhere,
    phrases: [
      phrase(`${IS_IT} (?:given )?(?:number|integer|n) is prime(?: number| or not)?`),
      phrase(
        'is (?:number )?prime|prime(?: number)? (?:check|checker|test)|primality(?: test| testing| check| checker)?',
      ),
      phrase('(?:test|check) (?:primality|for primality|for prime(?: numbers)?)'),
    ],
  },
  {
    slug: 'fibonacci',
    title: 'Fibonacci',
    languages: everywhere,
    phrases: [
      phrase(
        `(?:${COMPUTE} )?(?:iterative )?(?:(?:nth |n th |first 10 )?fibonacci(?: number| numbers| sequence| series)?)(?: iteratively)?`,
      ),
      phrase(`(?:${COMPUTE} )?(?:nth|n th) (?:number|term) (?:of|in) fibonacci (?:sequence|series)`),
    ],
  },
  {
    slug: 'factorial',
    title: 'factorial',
    languages: everywhere,
    phrases: [
      phrase(
        `(?:${COMPUTE} )?(?:iterative )?factorial(?: of (?:given |non negative |positive )?(?:number|integer|n))?` +
          '(?: calculator| iteratively)?',
      ),
    ],
  },
  {
    slug: 'greatest-common-divisor',
    title: 'GCD',
    languages: everywhere,
    phrases: [
      phrase(
        `(?:${COMPUTE} )?(?:gcd|hcf|(?:greatest|highest) common (?:divisor|factor)(?: gcd| hcf)?)` +
          "(?: (?:of|for) (?:two |2 )?(?:numbers|integers))?(?: (?:with|using|by) (?:euclid's|euclids|euclidean))?",
      ),
      phrase(`(?:euclid's|euclids|euclidean)(?: gcd| (?:for|to ${COMPUTE}) (?:gcd|greatest common divisor))?`),
    ],
  },
  {
    slug: 'levenshtein-distance',
    title: 'Levenshtein distance',
    languages: everywhere,
    phrases: [
      phrase(
        `(?:${COMPUTE} )?(?:levenshtein(?: edit)?(?: distance)?|edit distance)` +
          '(?: (?:of|between|for) (?:two |2 )?(?:strings|words|texts))?',
      ),
    ],
  },
];
