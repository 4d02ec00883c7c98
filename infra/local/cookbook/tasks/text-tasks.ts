import type { Task } from '../task.ts';
import { COMPUTE, everywhere, IS_IT, phrase, TEXT } from '../task.ts';

const WORDS_OF = '(?:text file|text|string|sentence|paragraph|document|file)';

/** What is done with texts. A phrase promises no more than the program of every language keeps. */
export const textTasks: readonly Task[] = [
  {
    slug: 'palindrome',
    title: 'palindrome',
    languages: everywhere,
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
    languages: everywhere,
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
    slug: 'balanced-brackets',
    title: 'balanced brackets',
    languages: everywhere,
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
    slug: 'csv-parser',
    title: 'CSV parser',
    languages: everywhere,
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
    slug: 'reverse-string',
    title: 'reverse a string',
    languages: ['PYTHON', 'JAVASCRIPT', 'GO', 'JAVA'],
    phrases: [
      phrase('(?:reverse|reverses|reversing) (?:given )?(?:text|string|str)|string reversal|reversed string'),
      phrase('(?:return|returns|print|prints) (?:given )?string (?:reversed|backwards|in reverse(?: order)?)'),
    ],
  },
  {
    slug: 'anagram',
    title: 'anagram check',
    languages: ['PYTHON', 'JAVASCRIPT', 'GO', 'JAVA'],
    names: ['anagram', 'anagrams'],
    phrases: [
      phrase(`${IS_IT} (?:two |2 )?(?:given )?(?:strings|words|texts) are anagrams?(?: of each other)?`),
      phrase('are anagrams?|is anagram|anagrams? (?:check|checker|checking|test|detector|detection)'),
      phrase('(?:check|checks|test) (?:for )?anagrams?'),
    ],
  },
  {
    slug: 'count-vowels',
    title: 'count vowels',
    languages: ['PYTHON', 'JAVASCRIPT', 'JAVA'],
    phrases: [
      phrase(`(?:count|counts|counting) (?:number of )?vowels(?: (?:in|of) ${TEXT})?|vowels? (?:count|counter)`),
      phrase(`${COMPUTE} number of vowels in ${TEXT}`),
    ],
  },
  {
    slug: 'email-check',
    title: 'e-mail check',
    languages: ['PYTHON', 'JAVASCRIPT', 'TYPESCRIPT', 'GO'],
    phrases: [
      phrase('(?:validate|validates|validating|check|checks|verify) e ?mail(?: address)?(?: (?:with|using|by) regex)?'),
      phrase('e ?mail(?: address)? (?:check|checker|validation|validator|regex)'),
      phrase(`${IS_IT} (?:${TEXT} is valid e ?mail(?: address)?|e ?mail(?: address)? is valid)`),
    ],
  },
  {
    slug: 'password-generator',
    title: 'password generator',
    languages: ['PYTHON', 'JAVASCRIPT', 'BASH'],
    phrases: [phrase('(?:(?:random|secure|strong) )*passwords?(?: generator| generation)?')],
  },
];
