import type { Language } from '../../../schema/types.generated.ts';
import type { Command, ParsedFlags } from '../../command/read-flags.ts';
import { readFlags } from '../../command/read-flags.ts';
import { findLanguage } from './find-language.ts';

const flags = {
  list: { type: 'boolean' },
  usage: { type: 'boolean' },
  estimate: { type: 'boolean' },
  show: { type: 'string' },
  refine: { type: 'string' },
  cancel: { type: 'string' },
  delete: { type: 'string' },
  language: { type: 'string' },
  model: { type: 'string' },
  data: { type: 'string' },
  url: { type: 'string' },
  'api-key': { type: 'string' },
} as const;

export const generateCommand: Command<typeof flags> = {
  typed: 'npm run -s generate --',
  script: 'generate',
  flags,
  words: Infinity,
  usage: `npm run -s generate -- LANGUAGE "INSTRUCTION" [options]
npm run -s generate -- LANGUAGE - < FILE
npm run -s generate -- --refine ID "INSTRUCTION"
npm run -s generate -- --estimate LANGUAGE "INSTRUCTION"
npm run -s generate -- --list [--language LANGUAGE]
npm run -s generate -- --usage
npm run -s generate -- --show ID | --cancel ID | --delete ID

Writes the code to stdout as it is generated, everything else to stderr. Into a file or a pipe
the code goes when it is whole, or not at all.

  LANGUAGE              any name it goes by: python, py, PYTHON, "c++", .ts
  INSTRUCTION           what the code is to do; - or nothing reads it from standard input
  --language LANGUAGE   the same; with --list only the snippets of that language
  --model    MODEL      the model to ask, of those the API offers; a host that is started for the call
                        takes any that \`npm start\` takes; left out: the default
  --refine ID           makes another version of the code of a snippet; what there was stays
  --estimate            says what a request, also one with --refine, would use and cost; no model is asked
  --list                your snippets, newest first
  --usage               what you used in the last days, by UTC, and your limits
  --show ID             the code of a snippet
  --cancel ID           ends a snippet that is under way
  --delete ID           removes a snippet that has ended, and its file
  --data     DATA_DIR   data folder whose host is asked; one is started for the call if none runs; .snipstream
  --url      API_URL    ask this API instead
  --api-key  API_KEY    the key for it
  -h, --help            this text
  --version             which version this is`,
};

/** Which API to ask: the one at a URL, or the host of a data folder. */
export interface Place {
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  readonly dataFolder: string;
  /** The model to ask; left out: the default. */
  readonly model: string | undefined;
}

/** The parsed command line. If the instruction is null, it is read from standard input. */
export type CommandLineArguments =
  | { readonly do: 'help' }
  | { readonly do: 'version' }
  | {
      readonly do: 'generate';
      readonly place: Place;
      readonly language: Language;
      readonly instruction: string | null;
    }
  | { readonly do: 'refine'; readonly place: Place; readonly id: string; readonly instruction: string | null }
  | { readonly do: 'estimate'; readonly place: Place; readonly of: Estimated; readonly instruction: string | null }
  | { readonly do: 'usage'; readonly place: Place }
  | { readonly do: 'list'; readonly place: Place; readonly language: Language | undefined }
  | OfOneSnippet<'show'>
  | OfOneSnippet<'cancel'>
  | OfOneSnippet<'delete'>;

/** The request to estimate: new code in a language, or a refinement of a snippet. */
export type Estimated = { readonly language: Language } | { readonly id: string };

interface OfOneSnippet<Action> {
  readonly do: Action;
  readonly place: Place;
  readonly id: string;
}

type Values = ParsedFlags<typeof flags>['values'];

const OF_ONE_SNIPPET = ['show', 'cancel', 'delete'] as const;
const WITHOUT_WORDS = ['list', 'usage'] as const;

/**
 * Reads flags, words and variables; flags win.
 * @param isTyped whether somebody types on standard input, so that nothing is read from there unless asked for with `-`
 * @throws Error a sentence for whoever typed it
 */
export function parseArguments(args: string[], env: NodeJS.ProcessEnv, isTyped: boolean): CommandLineArguments {
  const { asksFor, values, words } = readFlags(generateCommand, args, env);
  if (asksFor) return { do: asksFor };
  refuseTogether(values);
  const place = placeOf(values, env);
  const { language: name, refine } = values;
  const one = OF_ONE_SNIPPET.find((action) => values[action] !== undefined);
  const asked = one ?? WITHOUT_WORDS.find((action) => values[action] !== undefined);
  if (asked) {
    if (words[0] !== undefined) throw new Error(`--${asked} takes no words, and was given "${words[0]}".`);
    for (const flag of ['model', 'estimate'] as const)
      if (values[flag] !== undefined) throw new Error(`--${flag} is for new code, not for --${asked}.`);
  }
  const withoutLanguage = one ?? (values.usage ? 'usage' : refine === undefined ? undefined : 'refine');
  if (withoutLanguage && name !== undefined)
    throw new Error(`--language says nothing to --${withoutLanguage}: leave it out.`);
  if (one) return { do: one, place, id: values[one] ?? '' };
  if (values.list) return { do: 'list', place, language: name === undefined ? undefined : findLanguage(name) };
  if (values.usage) return { do: 'usage', place };
  if (refine !== undefined) {
    const instruction = instructionOf(words, isTyped, `--refine ${refine} "handle the empty list"`);
    if (values.estimate) return { do: 'estimate', place, of: { id: refine }, instruction };
    return { do: 'refine', place, id: refine, instruction };
  }
  const [first = '', ...rest] = name === undefined ? words : [name, ...words];
  if (first.trim() === '' || first === '-')
    throw new Error(`Say a language and what the code is to do, as in: ${EXAMPLE}`);
  const language = findLanguage(first);
  const instruction = instructionOf(rest, isTyped, EXAMPLE);
  if (values.estimate) return { do: 'estimate', place, of: { language }, instruction };
  return { do: 'generate', place, language, instruction };
}

const EXAMPLE = 'python "implement binary search"';

/** Null when it stands on standard input. */
function instructionOf(words: readonly string[], isTyped: boolean, asIn: string): string | null {
  const instruction = words.join(' ').trim();
  if (instruction === '-' || (words.length === 0 && !isTyped)) return null;
  if (instruction === '') throw new Error(`Say what the code is to do, as in: ${asIn}`);
  return instruction;
}

function refuseTogether(values: Values): void {
  const actions = [...OF_ONE_SNIPPET, ...WITHOUT_WORDS, 'refine'] as const;
  const [first, second] = actions.filter((action) => values[action] !== undefined);
  if (first && second) throw new Error(`Say --${first} or --${second}, not both.`);
  if (values.data !== undefined && values.url !== undefined) throw new Error('Say --data or --url, not both.');
}

/** A variable for an API somewhere else counts only where that API is asked. */
function placeOf(values: Values, env: NodeJS.ProcessEnv): Place {
  const url = values.url ?? (values.data === undefined ? env['API_URL'] || undefined : undefined);
  return {
    url,
    apiKey: values['api-key'] ?? (url === undefined ? undefined : env['API_KEY']),
    dataFolder: values.data ?? (env['DATA_DIR'] || '.snipstream'),
    model: values.model,
  };
}
