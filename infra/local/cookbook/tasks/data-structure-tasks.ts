import type { Task } from '../task.ts';
import { COMPUTE, everywhere, phrase, SEQUENCE } from '../task.ts';

/** Data structures, and what is done with collections. A phrase promises no more than the program of every language keeps. */
export const dataStructureTasks: readonly Task[] = [
  {
    slug: 'linked-list-reversal',
    title: 'linked list reversal',
    languages: [...everywhere, 'GO'],
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
    languages: everywhere,
    phrases: [
      phrase(
        '(?:class for )?(?:least recently used |lru |least recently used lru |lru least recently used )cache' +
          '(?: class| data structure)?(?: (?:with|of) (?:fixed |given |limited |maximum )?(?:capacity|size))?' +
          '(?: with get and put)?',
      ),
    ],
  },
  {
    slug: 'linked-list',
    title: 'linked list',
    languages: ['PYTHON', 'TYPESCRIPT', 'GO', 'JAVA'],
    phrases: [
      phrase(
        '(?:singly )?linked list(?: class| data structure)?(?: (?:with|supporting) (?:append|append and remove|append prepend and remove))?',
      ),
    ],
  },
  {
    slug: 'binary-search-tree',
    title: 'binary search tree',
    languages: ['PYTHON', 'TYPESCRIPT', 'JAVA', 'RUST'],
    phrases: [
      phrase(
        '(?:bst|binary search tree|binary search tree bst)(?: class| data structure)?' +
          '(?: (?:with|supporting) (?:insert|insertion)(?: and (?:search|find|contains|lookup|traversal|in ?order traversal))?)?',
      ),
    ],
  },
  {
    slug: 'stack',
    title: 'stack',
    languages: ['PYTHON', 'JAVASCRIPT', 'JAVA'],
    phrases: [
      phrase(
        'stack(?: class| data structure)?(?: (?:with|supporting) (?:push and pop|push pop|push pop and peek))?(?: using (?:list|array))?',
      ),
    ],
  },
  {
    slug: 'merge-dictionaries',
    title: 'merge two dictionaries',
    languages: ['PYTHON', 'JAVASCRIPT', 'TYPESCRIPT', 'GO'],
    phrases: [
      phrase(
        '(?:merge|merges|merging|combine|combines|join) (?:two |2 )?(?:dictionaries|dicts|objects|maps|hash ?maps)(?: into one)?',
      ),
    ],
  },
  {
    slug: 'remove-duplicates',
    title: 'remove duplicates from a list',
    languages: ['PYTHON', 'JAVASCRIPT', 'TYPESCRIPT', 'GO'],
    phrases: [
      phrase(
        '(?:remove|removes|removing|delete|eliminate|drop) (?:all |the )?(?:duplicates|duplicate (?:elements|values|items|numbers|entries))' +
          `(?: (?:from|in|of) ${SEQUENCE})?(?: (?:and )?(?:keep|keeping|preserving) (?:the )?order)?`,
      ),
      phrase(`(?:${COMPUTE} )?unique (?:elements|values|items) (?:from|in|of) ${SEQUENCE}`),
      phrase(`(?:dedupe|deduplicate)(?: ${SEQUENCE})?`),
    ],
  },
  {
    slug: 'rate-limiter',
    title: 'rate limiter',
    languages: ['PYTHON', 'TYPESCRIPT', 'GO', 'JAVA'],
    phrases: [
      phrase(
        '(?:token bucket )?(?:rate ?limiter|rate limiting|rate limit)(?: class)?(?: (?:with|using) token bucket)?|token bucket',
      ),
    ],
  },
  {
    slug: 'todo-list',
    title: 'to-do list',
    languages: ['HTML', 'PYTHON', 'JAVASCRIPT', 'TYPESCRIPT'],
    phrases: [phrase('to ?do(?: list)?(?: app| application| page| class| manager)?')],
  },
];
