import type { Task } from '../task.ts';
import { phrase } from '../task.ts';

/** Queries, pages and configuration. A phrase promises no more than the program of every language keeps. */
export const webAndDataTasks: readonly Task[] = [
  {
    slug: 'sql-join',
    title: 'SQL join',
    languages: ['SQL'],
    phrases: [
      phrase('(?:inner |left )?joins?(?: (?:on|of|between|for|over) (?:two|2) tables)?|join (?:two|2) tables'),
      phrase(
        'join (?:users|table users) (?:and|with|to|on) (?:their )?orders|(?:list |lists |select |get )?users (?:and|with) their orders',
      ),
    ],
  },
  {
    slug: 'sql-top-customers',
    title: 'top 5 customers',
    languages: ['SQL'],
    phrases: [
      phrase(
        '(?:find |finds |get |gets |list |lists |select |selects )?top (?:5|five) customers' +
          '(?: by (?:total|revenue|sales|spending|total (?:sales|revenue|spending|amount|order value)|order total))?',
      ),
    ],
  },
  {
    slug: 'sql-create-table',
    title: 'create a table of users',
    languages: ['SQL'],
    phrases: [phrase('users? table|table(?: statement)?(?: (?:for|of|named|called) users)?')],
  },
  {
    slug: 'responsive-page',
    title: 'responsive page',
    languages: ['HTML', 'CSS'],
    phrases: [phrase('responsive (?:web ?page|web ?site|landing page|page|layout)|landing page')],
  },
  {
    slug: 'login-form',
    title: 'login form',
    languages: ['HTML'],
    phrases: [phrase('(?:log ?in|sign ?in) (?:form|page)')],
  },
  {
    slug: 'center-div',
    title: 'centre a div',
    languages: ['CSS', 'HTML'],
    phrases: [
      phrase(
        'cent(?:er|re|ers|res|ering|ring) (?:div|element)(?: (?:horizontally and vertically|vertically and horizontally))?' +
          '(?: (?:in|on) page)?(?: (?:with|using) grid)?',
      ),
    ],
  },
  {
    slug: 'dockerfile',
    title: 'Dockerfile',
    languages: ['DOCKERFILE'],
    phrases: [
      phrase('(?:docker ?file|image)(?: (?:for|of) node ?(?:js)?(?: app| application| project| server| service)?)?'),
    ],
  },
  {
    slug: 'docker-compose',
    title: 'Docker Compose with PostgreSQL',
    languages: ['YAML'],
    phrases: [
      phrase(
        '(?:docker )?compose(?: file)?(?: (?:for|with) (?:web (?:app|application) (?:and|with) )?(?:postgres|postgresql)(?: database)?)?',
      ),
    ],
  },
  {
    slug: 'github-workflow',
    title: 'GitHub workflow',
    languages: ['YAML'],
    phrases: [
      phrase(
        'github (?:actions? )?(?:workflow|ci|ci workflow|action|actions)(?: (?:for|to test|that tests) node ?(?:js)?(?: app| application| project)?)?',
      ),
    ],
  },
];
