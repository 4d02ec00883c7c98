/** A well-known task that the cookbook has programs for, and the ways people ask for it. */
export interface Task {
  /** The folder of its programs under `recipes/`. */
  readonly slug: string;
  /** As the cookbook calls it. */
  readonly title: string;
  /** What remains of a request once courtesies are taken away, as a whole: see `find-task.ts`. */
  readonly phrases: readonly RegExp[];
  /**
   * Names that alone could also mean a thing to be made ("a palindrome"): they count as the whole instruction or beside
   * a word such as "function".
   */
  readonly names?: readonly string[];
}

const SEQUENCE = '(?:sorted |given )?(?:array|list)s?(?: of (?:numbers|integers|ints|strings))?';
const TEXT = '(?:given )?(?:text|string|sentence|word|phrase|input)';
const WORDS_OF = '(?:text file|text|string|sentence|paragraph|document|file)';
const IS_IT =
  '(?:(?:check|checks|checking|test|tests|determine|determines|tell|tells|see) (?:if|whether)|(?:return|returns) whether)';
const COMPUTE = '(?:compute|computes|calculate|calculates|calculating|find|finds|get|gets|return|returns|print|prints)';

/** Each phrase is a regular expression over lower-case words, and matches the whole of them. */
const phrase = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** A phrase promises no more than every language's program of the task keeps. */
export const tasks: readonly Task[] = [
  {
    slug: 'binary-search',
    title: 'binary search',
    phrases: [
      phrase(`(?:iterative )?binary search(?: (?:in|on|over|through|of|for) ${SEQUENCE})?(?: iteratively)?`),
      phrase(`binary search (?:for|to find) (?:element|item|value|number|target) in ${SEQUENCE}`),
      phrase(`(?:search|find (?:element|item|value|number|target) in) ${SEQUENCE} (?:with|using|by) binary search`),
    ],
  },
  {
    slug: 'fizzbuzz',
    title: 'FizzBuzz',
    phrases: [
      phrase(
        '(?:print |prints |play |plays |solve |solves )?fizz ?buzz(?: game| problem| challenge| kata| exercise)?' +
          '(?: (?:for |from )?(?:numbers )?(?:from )?1 (?:(?:to|through|until) )?100| up to 100)?',
      ),
    ],
  },
  {
    slug: 'quicksort',
    title: 'quicksort',
    phrases: [
      phrase(`(?:in place )?quick ?sort(?: (?:of |for |on |(?:to|that) sorts? )?${SEQUENCE})?(?: in place)?`),
      phrase(`(?:sort|sorts|sorting)(?: ${SEQUENCE})? (?:with|using|by) quick ?sort`),
    ],
  },
  {
    slug: 'merge-sort',
    title: 'merge sort',
    phrases: [
      phrase(`(?:stable )?merge ?sort(?: (?:of |for |on |(?:to|that) sorts? )?${SEQUENCE})?`),
      phrase(`(?:sort|sorts|sorting)(?: ${SEQUENCE})? (?:with|using|by) merge ?sort`),
    ],
  },
  {
    slug: 'linked-list-reversal',
    title: 'linked list reversal',
    phrases: [
      phrase(
        '(?:iteratively )?(?:reverse|reverses|reversing|reversal of) (?:singly )?linked list(?: in place| iteratively| iterative)?',
      ),
      phrase('(?:singly )?linked list (?:reversal|reverse|reversing)'),
    ],
  },
  {
    slug: 'lru-cache',
    title: 'LRU cache',
    phrases: [
      phrase(
        '(?:class for )?(?:least recently used |lru |least recently used lru |lru least recently used )cache' +
          '(?: class| data structure)?(?: (?:with|of) (?:fixed |given |limited |maximum )?(?:capacity|size))?' +
          '(?: with get and put)?',
      ),
    ],
  },
  {
    slug: 'breadth-first-search',
    title: 'breadth-first search',
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
    phrases: [
      phrase(`${IS_IT} (?:given )?(?:number|integer|n) is prime(?: number| or not)?`),
      phrase(
        'is (?:number )?prime|prime(?: number)? (?:check|checker|test)|primality(?: test| testing| check| checker)?',
      ),
      phrase('(?:test|check) (?:primality|for primality|for prime(?: numbers)?)'),
    ],
  },
  {
    slug: 'palindrome',
    title: 'palindrome',
    names: ['palindrome', 'palindromes'],
    phrases: [
      phrase(`${IS_IT} ${TEXT} is palindrome(?: or not)?`),
      phrase(`(?:return|returns) true if ${TEXT} is palindrome`),
      phrase('is palindrome|(?:string )?palindrome (?:check|checker|checking|test|detector|detection)'),
      phrase('(?:check|checks|test|detect|detects) (?:for )?palindromes?'),
    ],
  },
  {
    slug: 'word-count',
    title: 'word count',
    phrases: [
      phrase(`(?:word|words) (?:count|counter|counting)(?: (?:for|of|in) ${WORDS_OF})?`),
      phrase(`(?:count|counts|counting) (?:all )?(?:number of )?words(?: (?:in|of) ${WORDS_OF})?`),
      phrase(
        `(?:count|counts|counting) (?:word (?:frequency|frequencies|occurrences)|occurrences of each word)(?: in ${WORDS_OF})?`,
      ),
      phrase(`word (?:frequency|frequencies)(?: count| counter)?(?: (?:of|in) ${WORDS_OF})?`),
    ],
  },
  {
    slug: 'csv-parser',
    title: 'CSV parser',
    phrases: [
      phrase(
        '(?:csv (?:file )?(?:parser|parsing|reader)|(?:parse|parses|parsing|read|reads|reading) csv' +
          '(?: file| files| data| text| string| input)?)' +
          '(?: (?:with|handling|supporting|that handles|that supports) (?:quotes|quoted fields|quotes and embedded newlines' +
          '|quoted fields and embedded newlines|embedded newlines))?',
      ),
    ],
  },
  {
    slug: 'http-server',
    title: 'HTTP server',
    phrases: [
      phrase(
        '(?:hello world )?(?:http|web) server(?: (?:on|listening on|that listens on) port 8080)?' +
          '(?: (?:that|which) (?:says|returns|answers|responds with|answers with) hello world)?',
      ),
    ],
  },
  {
    slug: 'fibonacci',
    title: 'Fibonacci',
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
    phrases: [
      phrase(
        `(?:${COMPUTE} )?(?:gcd|hcf|(?:greatest|highest) common (?:divisor|factor)(?: gcd| hcf)?)` +
          "(?: (?:of|for) (?:two |2 )?(?:numbers|integers))?(?: (?:with|using|by) (?:euclid's|euclids|euclidean))?",
      ),
      phrase(`(?:euclid's|euclids|euclidean)(?: gcd| (?:for|to ${COMPUTE}) (?:gcd|greatest common divisor))?`),
    ],
  },
  {
    slug: 'balanced-brackets',
    title: 'balanced brackets',
    names: ['balanced brackets', 'balanced parentheses', 'valid parentheses', 'matching brackets'],
    phrases: [
      phrase(`${IS_IT} (?:brackets|parentheses)(?: (?:in|of) ${TEXT})? are (?:balanced|valid)`),
      phrase(`${IS_IT} ${TEXT} has (?:balanced|valid) (?:brackets|parentheses)`),
      phrase('(?:check|checks) (?:for )?(?:balanced|valid|matching) (?:brackets|parentheses)'),
      phrase(
        '(?:balanced |valid |matching )?(?:brackets?|parenthesis|parentheses) (?:check|checker|matching|matcher|balance checker|validator)',
      ),
    ],
  },
  {
    slug: 'levenshtein-distance',
    title: 'Levenshtein distance',
    phrases: [
      phrase(
        `(?:${COMPUTE} )?(?:levenshtein(?: edit)?(?: distance)?|edit distance)` +
          '(?: (?:of|between|for) (?:two |2 )?(?:strings|words|texts))?',
      ),
    ],
  },
  {
    slug: 'hello-world',
    title: 'hello world',
    phrases: [phrase('(?:print |prints |say |says )?hello world')],
  },
];
