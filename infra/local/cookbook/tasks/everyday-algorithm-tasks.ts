import type { Task } from '../task.ts';
import { COMPUTE, phrase, SEQUENCE } from '../task.ts';

/** Algorithms that newcomers ask for. A phrase promises no more than the program of every language keeps. */
export const everydayAlgorithmTasks: readonly Task[] = [
  {
    slug: 'sort-list',
    title: 'sort a list',
    languages: ['PYTHON', 'JAVASCRIPT', 'GO', 'JAVA'],
    phrases: [
      phrase(`(?:sort|sorts|sorting) ${SEQUENCE}(?: (?:in )?(?:ascending|descending)(?: order)?)?`),
      phrase('(?:list|array|slice) sort(?:ing)?|(?:sort|sorts|sorting) (?:numbers|integers|strings|words)'),
    ],
  },
  {
    slug: 'bubble-sort',
    title: 'bubble sort',
    languages: ['PYTHON', 'JAVASCRIPT', 'JAVA', 'CPP'],
    phrases: [
      phrase(`(?:in place )?bubble ?sort(?: (?:of |for |on |(?:to|that) sorts? )?${SEQUENCE})?(?: in place)?`),
      phrase(`(?:sort|sorts|sorting)(?: ${SEQUENCE})? (?:with|using|by) bubble ?sort`),
    ],
  },
  {
    slug: 'depth-first-search',
    title: 'depth-first search',
    languages: ['PYTHON', 'JAVASCRIPT', 'JAVA'],
    phrases: [
      phrase(
        '(?:graph )?(?:iterative )?(?:dfs|depth first search|depth first search dfs|dfs depth first search|depth first)' +
          '(?: traversal)?(?: (?:in|on|over|through|of|for) (?:directed |undirected |given )?graph(?: traversal)?)?',
      ),
      phrase(
        '(?:traverse graph|traverses graph|search graph|graph traversal) (?:with|using|by) (?:dfs|depth first search)',
      ),
    ],
  },
  {
    slug: 'dijkstra',
    title: "Dijkstra's shortest paths",
    languages: ['PYTHON', 'TYPESCRIPT', 'GO', 'CPP'],
    phrases: [
      phrase("dijkstra(?:'?s)?(?: shortest paths?)?(?: (?:in|on|for|of) (?:weighted )?graph)?"),
      phrase("shortest paths?(?: (?:in|of|through) (?:weighted )?graph)? (?:with|using|by) dijkstra(?:'?s)?"),
      phrase(`(?:${COMPUTE} )?shortest paths? (?:in|of|through) weighted graph`),
    ],
  },
  {
    slug: 'two-sum',
    title: 'two sum',
    languages: ['PYTHON', 'JAVASCRIPT', 'JAVA', 'CPP'],
    phrases: [
      phrase('(?:solve |solves )?(?:two|2) ?sum(?: problem)?'),
      phrase(
        `(?:find|finds|return|returns) (?:indices of )?two numbers (?:in ${SEQUENCE} )?(?:that|which|whose) (?:add up to|sum to|sum is|sum equals) (?:given )?target`,
      ),
    ],
  },
  {
    slug: 'largest-number',
    title: 'largest number of a list',
    languages: ['PYTHON', 'JAVASCRIPT', 'GO', 'JAVA'],
    phrases: [
      phrase(
        `(?:${COMPUTE} )?(?:largest|maximum|max|biggest|highest)(?: (?:number|value|element|integer|item))? (?:in|of|from) ${SEQUENCE}`,
      ),
      phrase(`${COMPUTE} (?:largest|maximum|max|biggest|highest) (?:number|value|element|integer)`),
    ],
  },
  {
    slug: 'temperature-conversion',
    title: 'Celsius to Fahrenheit',
    languages: ['PYTHON', 'JAVASCRIPT', 'GO', 'JAVA'],
    phrases: [
      phrase(
        '(?:convert |converts |converting |conversion (?:of|from) )?(?:temperatures? )?(?:degrees )?(?:from )?' +
          '(?:celsius (?:to|and|into) fahrenheit|fahrenheit (?:to|and|into) celsius)(?: (?:converter|conversion|and back|and vice versa))?',
      ),
      phrase('temperature (?:converter|conversion)|(?:convert|converts) temperatures?'),
    ],
  },
];
