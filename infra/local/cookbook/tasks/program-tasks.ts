import type { Task } from '../task.ts';
import { everywhere, phrase } from '../task.ts';

/** Whole small programs: files, the network, time. A phrase promises no more than the program of every language keeps. */
export const programTasks: readonly Task[] = [
  {
    slug: 'fizzbuzz',
    title: 'FizzBuzz',
    languages: [...everywhere, 'GO'],
    phrases: [
      phrase(
        '(?:print |prints |play |plays |solve |solves )?fizz ?buzz(?: game| problem| challenge| kata| exercise)?' +
          '(?: (?:for |from )?(?:numbers )?(?:from )?1 (?:(?:to|through|until) )?100| up to 100)?',
      ),
    ],
  },
  {
    slug: 'http-server',
    title: 'HTTP server',
    languages: [...everywhere, 'GO'],
    phrases: [
      phrase(
        '(?:hello world )?(?:http|web) server(?: (?:on|listening on|that listens on) port 8080)?' +
          '(?: (?:that|which) (?:says|returns|answers|responds with|answers with) hello world)?',
      ),
    ],
  },
  {
    slug: 'hello-world',
    title: 'hello world',
    languages: [...everywhere, 'GO', 'BASH'],
    phrases: [phrase('(?:print |prints |say |says )?hello world')],
  },
  {
    slug: 'rest-endpoint',
    title: 'REST endpoint',
    languages: ['PYTHON', 'JAVASCRIPT', 'GO'],
    phrases: [
      phrase(
        '(?:rest|restful|json|rest json)(?: api)?(?: endpoint| server| service)(?: for items)?|(?:rest|restful|json) api(?: for items)?',
      ),
    ],
  },
  {
    slug: 'fetch-json',
    title: 'fetch JSON',
    languages: ['PYTHON', 'JAVASCRIPT', 'TYPESCRIPT', 'GO'],
    phrases: [
      phrase(
        '(?:fetch|fetches|get|gets|download|downloads|load|loads|request|requests|retrieve|retrieves) json(?: data)?' +
          '(?: (?:from|over|of|at) (?:url|given url|api|rest api|web api|web|http|server|endpoint))?' +
          // "show" is taken away as a courtesy.
          '(?: and(?: print| display| log)? it)?',
      ),
    ],
  },
  {
    slug: 'read-file-lines',
    title: 'read a file line by line',
    languages: ['PYTHON', 'JAVASCRIPT', 'GO', 'BASH'],
    phrases: [
      phrase('(?:read|reads|reading|process) (?:text )?file(?: line by line)?'),
      phrase('(?:read|reads|reading) (?:all )?(?:the )?lines (?:from|of|in) (?:text )?file'),
    ],
  },
  {
    slug: 'retry-with-backoff',
    title: 'retry with backoff',
    languages: ['PYTHON', 'JAVASCRIPT', 'TYPESCRIPT', 'GO'],
    phrases: [
      phrase('(?:retry|retries|retrying)(?: logic)?(?: (?:with|using) (?:exponential )?back ?off(?: and jitter)?)?'),
      phrase('exponential back ?off(?: retry| with jitter)?'),
    ],
  },
  {
    slug: 'debounce',
    title: 'debounce',
    languages: ['JAVASCRIPT', 'TYPESCRIPT'],
    phrases: [phrase('(?:debounce|debounces|debouncing|debouncer)')],
  },
  {
    slug: 'backup-folder',
    title: 'back up a folder',
    languages: ['BASH'],
    phrases: [
      phrase(
        '(?:back ?up|backs up|backing up)(?: of)? (?:folder|directory)(?: (?:to|into|as) (?:tar|tar gz|tarball|archive|dated archive))?|backup',
      ),
    ],
  },
  {
    slug: 'largest-files',
    title: 'largest files',
    languages: ['BASH'],
    phrases: [
      phrase(
        '(?:find |finds |list |lists |get |print )?(?:10 |ten )?(?:largest|biggest) (?:10 |ten )?files' +
          '(?: (?:in|below|under|of) (?:current |given )?(?:folder|directory))?',
      ),
    ],
  },
];
