import type { Task } from './task.ts';
import { tasks } from './tasks.ts';

const COURTESIES =
  "for me|for us|hello(?! world)|hi|hey|please|pls|kindly|thanks|thank you|can|could|would|will|you|i|i'd|we|me|us|like|how|help";
const VERBS =
  'code up|write|writing|implement|implements|implementing|create|make|build|develop|generate|give|show|provide|need|want|' +
  'do|does|perform|performs';
const QUALITIES = 'a|an|the|simple|basic|small|clean|good|nice|idiomatic|efficient';
const PROGRAMS =
  'function|functions|program|script|snippet|routine|procedure|method|methods|algorithm|implementation|code|coding|solution|example|query|queries';

/** Whole words only: `+`, `#` and `'` belong to a word here, as in C++ and Euclid's. */
const words = (alternatives: string): RegExp => new RegExp(`(?<!\\S)(?:${alternatives})(?!\\S)`, 'g');
const courteous = words([COURTESIES, VERBS, QUALITIES].join('|'));
const programs = words(PROGRAMS);

/**
 * The task that the instruction asks for, or undefined. Whatever is said beyond the task, the programming language and
 * courtesies is left standing, and then nothing matches: a variation of a task is another task.
 *
 * @param languageNames names, in lower case, of the one programming language that the instruction may mention.
 */
export function findTask(instruction: string, languageNames: readonly string[]): Task | undefined {
  const plain = squeeze(toWords(instruction).replace(mentionOf(languageNames), ' '));
  const asked = squeeze(
    plain
      .replace(/ (?:with|and)(?: an?)? (?:example|demo|docstring|doc comment)(?: usage)?$/, '')
      .replace(courteous, ' ')
      .replace(programs, 'program'),
  );
  const core = squeeze(asked.replace(words('program'), ' ')).replace(/^(?:(?:for|to|of|with|that|which) )+/, '');
  return tasks.find(
    ({ phrases, names = [] }) =>
      phrases.some((phrase) => phrase.test(core)) ||
      names.some((name) => plain === name || asked === `${name} program` || asked === `program for ${name}`),
  );
}

/** In lower case, `camelCase`, snake_case and hyphens taken apart, without punctuation; other symbols stay. */
function toWords(instruction: string): string {
  return instruction
    .normalize('NFKC')
    .replace(/’/g, "'")
    .replace(/(?<=\p{Ll})(?=\p{Lu})(?!(?:Script|Hub|SQL)\b)|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replace(/\bnode\.js\b/g, 'nodejs')
    .replace(/\bto-do\b|\bto do(?= list| app)/g, 'todo')
    .replace(/[^\P{P}#']/gu, ' ');
}

function mentionOf(languageNames: readonly string[]): RegExp {
  const escaped = languageNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return words(`(?:(?:in|using|with) )?(?:(?:plain|pure|vanilla|modern|idiomatic) )?(?:${escaped})(?: language)?`);
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
