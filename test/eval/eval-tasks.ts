/** A small task with cases to check what a model makes of it, the same in every language. */
export interface Task {
  readonly id: string;
  /** `{name}` stands for the function, in the way of the language. */
  readonly instruction: string;
  /** In snake case. A task whose instruction names no function accepts any of several. */
  readonly names: readonly [string, ...string[]];
  /** Arguments and result of a call, as JSON has them. */
  readonly cases: readonly (readonly [args: readonly unknown[], result: unknown])[];
}

function task(id: string, instruction: string, cases: Task['cases']): Task {
  return {
    id,
    instruction: `Write a function {name} that ${instruction}`,
    names: [id.replaceAll('-', '_') as string],
    cases,
  };
}

/** Asked for in the words that the cookbook knows too. */
const wellKnown: readonly Task[] = [
  {
    id: 'binary-search',
    instruction: 'implement binary search',
    names: ['binary_search'],
    cases: [
      [[[1, 3, 5, 7], 5], 2],
      [[[1, 3, 5, 7], 1], 0],
    ],
  },
  {
    id: 'palindrome',
    instruction: 'check if a string is a palindrome',
    names: ['is_palindrome', 'palindrome'],
    cases: [
      [['level'], true],
      [['levels'], false],
    ],
  },
  {
    id: 'factorial',
    instruction: 'factorial',
    names: ['factorial'],
    cases: [
      [[0], 1],
      [[5], 120],
    ],
  },
  {
    id: 'gcd',
    instruction: 'greatest common divisor',
    names: ['gcd', 'greatest_common_divisor'],
    cases: [
      [[12, 18], 6],
      [[7, 5], 1],
    ],
  },
  {
    id: 'prime',
    instruction: 'check if a number is prime',
    names: ['is_prime', 'prime'],
    cases: [
      [[2], true],
      [[91], false],
      [[97], true],
    ],
  },
  {
    id: 'levenshtein',
    instruction: 'levenshtein distance',
    names: ['levenshtein_distance', 'levenshtein', 'edit_distance'],
    cases: [
      [['kitten', 'sitting'], 3],
      [['', 'abc'], 3],
    ],
  },
];

const asked: readonly Task[] = [
  task('sum-of-squares', 'takes a list of numbers and returns the sum of their squares.', [
    [[[1, 2, 3]], 14],
    [[[]], 0],
  ]),
  task('count-vowels', 'counts the vowels a, e, i, o, u in a string, in either case.', [
    [['Education'], 5],
    [['rhythm'], 0],
  ]),
  task('reverse-words', 'returns a string with its space-separated words in reverse order.', [
    [['the quick fox'], 'fox quick the'],
    [['one'], 'one'],
  ]),
  task('second-largest', 'returns the second largest distinct number of a list, or null (None) when there is none.', [
    [[[3, 1, 4, 4]], 3],
    [[[5, 5]], null],
  ]),
  task('running-total', 'takes a list of numbers and returns the list of its running totals.', [
    [[[1, 2, 3]], [1, 3, 6]],
    [[[]], []],
  ]),
  task(
    'caesar-shift',
    'takes a string and an integer, and shifts each ASCII letter by that many places, keeping case and all other characters.',
    [
      [['Hello, Z!', 3], 'Khoor, C!'],
      [['abc', -1], 'zab'],
    ],
  ),
  task('flatten-list', 'flattens a list of arbitrarily nested lists into one flat list.', [
    [[[1, [2, [3, []], 4]]], [1, 2, 3, 4]],
    [[[]], []],
  ]),
  task('unique-in-order', 'removes the duplicates of a list, keeping the first of each in order.', [
    [[[3, 1, 3, 2, 1]], [3, 1, 2]],
    [[['a', 'a']], ['a']],
  ]),
  task('roman-numeral', 'converts an integer from 1 to 3999 to a Roman numeral.', [
    [[1994], 'MCMXCIV'],
    [[4], 'IV'],
    [[3999], 'MMMCMXCIX'],
  ]),
  task('from-roman', 'converts a Roman numeral to an integer.', [
    [['MCMXCIV'], 1994],
    [['III'], 3],
  ]),
  task('to-binary', 'converts a non-negative integer to its binary digits as a string.', [
    [[10], '1010'],
    [[0], '0'],
  ]),
  task('digit-sum', 'returns the sum of the decimal digits of a non-negative integer.', [
    [[1234], 10],
    [[0], 0],
  ]),
  task('transpose-matrix', 'transposes a matrix given as a list of rows.', [
    [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ],
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    ],
  ]),
  task('matrix-product', 'multiplies two matrices given as lists of rows.', [
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
      [
        [19, 22],
        [43, 50],
      ],
    ],
  ]),
  task('are-anagrams', 'tells whether two strings are anagrams, ignoring case and spaces.', [
    [['Dormitory', 'dirty room'], true],
    [['abc', 'abd'], false],
  ]),
  task('chunk-list', 'splits a list into consecutive chunks of a given size; the last may be shorter.', [
    [
      [[1, 2, 3, 4, 5], 2],
      [[1, 2], [3, 4], [5]],
    ],
  ]),
  task('rotate-left', 'rotates a list to the left by k places, where k may be larger than the list.', [
    [
      [[1, 2, 3, 4], 1],
      [2, 3, 4, 1],
    ],
    [
      [[1, 2, 3], 4],
      [2, 3, 1],
    ],
  ]),
  task('title-case', 'makes the first letter of each space-separated word upper case and the rest lower case.', [
    [['hELLO wORLD'], 'Hello World'],
  ]),
  task('is-leap-year', 'tells whether a year is a leap year in the Gregorian calendar.', [
    [[2000], true],
    [[1900], false],
    [[2024], true],
  ]),
  task('run-length-encode', 'encodes a string by run lengths, each run as the character followed by its count.', [
    [['aaabcc'], 'a3b1c2'],
    [[''], ''],
  ]),
  task('run-length-decode', 'decodes a string in which each character is followed by its count, as in a3b1.', [
    [['a3b1c12'], 'aaabcccccccccccc'],
  ]),
  task('longest-word', 'returns the longest word of a string of space-separated words, the first of several.', [
    [['a bright sunny garden'], 'bright'],
  ]),
  task('merge-sorted', 'merges two ascending lists into one ascending list.', [
    [
      [
        [1, 4, 9],
        [2, 3, 10],
      ],
      [1, 2, 3, 4, 9, 10],
    ],
  ]),
  task(
    'count-islands',
    'counts the islands of 1s, joined up, down, left or right, in a grid of 0s and 1s given as a list of rows.',
    [
      [
        [
          [
            [1, 1, 0],
            [0, 0, 1],
            [1, 0, 1],
          ],
        ],
        3,
      ],
      [[[[0]]], 0],
    ],
  ),
  task('climb-stairs', 'returns in how many ways n stairs can be climbed by steps of one or two.', [
    [[5], 8],
    [[1], 1],
  ]),
  task(
    'coin-change',
    'takes a list of coin values and an amount and returns the least number of coins that make it, or -1.',
    [
      [[[1, 5, 10], 28], 6],
      [[[5], 3], -1],
    ],
  ),
  task('max-subarray-sum', 'returns the largest sum of a non-empty contiguous part of a list of integers.', [
    [[[-2, 1, -3, 4, -1, 2, 1, -5, 4]], 6],
    [[[-3, -1]], -1],
  ]),
  task(
    'two-sum',
    'takes a list of integers and a target and returns the indexes of the two that add up to it, ascending.',
    [
      [
        [[2, 7, 11, 15], 9],
        [0, 1],
      ],
      [
        [[3, 2, 4], 6],
        [1, 2],
      ],
    ],
  ),
  task('longest-unique-substring', 'returns the length of the longest substring without a repeated character.', [
    [['abcabcbb'], 3],
    [['bbbb'], 1],
    [[''], 0],
  ]),
  task(
    'group-by-length',
    'groups a list of words by their length, as an object (dict) from the length as a string to the words in order.',
    [[[['a', 'bb', 'c']], { '1': ['a', 'c'], '2': ['bb'] }]],
  ),
  task(
    'word-frequencies',
    'counts the lower-cased words of a string, where a word is a run of letters, as an object (dict).',
    [[['The cat, the hat.'], { the: 2, cat: 1, hat: 1 }]],
  ),
  task('pascal-row', "returns the n-th row of Pascal's triangle, where row 0 is [1].", [
    [[4], [1, 4, 6, 4, 1]],
    [[0], [1]],
  ]),
  task('collatz-length', 'returns how many steps the Collatz sequence takes from n to 1.', [
    [[6], 8],
    [[1], 0],
  ]),
  task('is-valid-ipv4', 'tells whether a string is an IPv4 address in dotted decimal, without leading zeros.', [
    [['192.168.0.1'], true],
    [['256.1.1.1'], false],
    [['1.2.3'], false],
    [['01.2.3.4'], false],
  ]),
  task('snake-to-camel', 'converts a snake_case name to camelCase.', [
    [['hello_big_world'], 'helloBigWorld'],
    [['one'], 'one'],
  ]),
  task('camel-to-snake', 'converts a camelCase name to snake_case.', [[['helloBigWorld'], 'hello_big_world']]),
  task('parse-duration', 'converts a duration such as 1h30m or 45s, made of hours, minutes and seconds, to seconds.', [
    [['1h30m'], 5400],
    [['45s'], 45],
    [['2h5s'], 7205],
  ]),
  task('evaluate-rpn', 'evaluates a list of tokens in reverse Polish notation with + - * and integers.', [
    [[['2', '1', '+', '3', '*']], 9],
    [[['4', '13', '5', '-', '+']], 12],
  ]),
  task(
    'spiral-order',
    'returns the elements of a matrix given as a list of rows in spiral order, clockwise from the top left.',
    [
      [
        [
          [
            [1, 2, 3],
            [4, 5, 6],
            [7, 8, 9],
          ],
        ],
        [1, 2, 3, 6, 9, 8, 7, 4, 5],
      ],
    ],
  ),
  task('hamming-distance', 'returns in how many places two strings of equal length differ.', [
    [['karolin', 'kathrin'], 3],
  ]),
  task(
    'missing-number',
    'takes a list of the distinct integers from 0 to n with one missing, and returns the missing one.',
    [
      [[[3, 0, 1]], 2],
      [[[0]], 1],
    ],
  ),
  task('intersect-sorted', 'returns the common elements of two ascending lists of distinct numbers, ascending.', [
    [
      [
        [1, 2, 4, 6],
        [2, 3, 4],
      ],
      [2, 4],
    ],
  ]),
];

/** All tasks; ids are unique. */
export const tasks: readonly Task[] = [...wellKnown, ...asked];
