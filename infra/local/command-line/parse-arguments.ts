import { parseArgs } from 'node:util';
import type { Language } from '../../../schema/types.generated.ts';
import { findLanguage } from './find-language.ts';

export const usage = `npm run -s generate -- LANGUAGE "INSTRUCTION" [options]
npm run -s generate -- --list [--language LANGUAGE]
npm run -s generate -- --show ID

Writes the code to stdout as it is generated, everything else to stderr. Into a file or a pipe
the code goes when it is whole, or not at all.

  LANGUAGE              any name it goes by: python, py, PYTHON, "c++", .ts
  --language LANGUAGE   the same; with --list only the snippets of that language
  --model    MODEL      the model to ask, of those the API offers; a host that is started for the call
                        takes any that \`npm start\` takes; left out: the default
  --list                your snippets, newest first
  --show ID             the code of a snippet
  --data     DATA_DIR   data folder whose host is asked; one is started for the call if none runs; .snipstream
  --url      API_URL    ask this API instead
  --api-key  API_KEY    the key for it`;

/** Which API to ask: the one at a URL, or the host of a data folder. */
export interface Place {
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  readonly dataFolder: string;
  /** The model to ask; left out: the default. */
  readonly model: string | undefined;
}

/** What somebody wants of the command line. */
export type Wish =
  | { readonly do: 'help' }
  | {
      readonly do: 'generate';
      readonly place: Place;
      readonly language: Language;
      readonly instruction: string;
    }
  | { readonly do: 'list'; readonly place: Place; readonly language: Language | undefined }
  | { readonly do: 'show'; readonly place: Place; readonly id: string };

/**
 * Reads flags, words and variables; flags win.
 * @throws Error a sentence for whoever typed it
 */
export function readWish(args: string[], env: NodeJS.ProcessEnv): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      list: { type: 'boolean' },
      show: { type: 'string' },
      language: { type: 'string' },
      model: { type: 'string' },
      data: { type: 'string' },
      url: { type: 'string' },
      'api-key': { type: 'string' },
    },
  });
  if (values.help) return { do: 'help' };
  const place = {
    url: values.url ?? (values.data === undefined ? env['API_URL'] : undefined),
    apiKey: values['api-key'] ?? env['API_KEY'],
    dataFolder: values.data ?? env['DATA_DIR'] ?? '.snipstream',
    model: values.model,
  };
  const { language: name } = values;
  if (values.show !== undefined) return { do: 'show', place, id: values.show };
  if (values.list) return { do: 'list', place, language: name === undefined ? undefined : findLanguage(name) };

  const [first = '', ...rest] = name === undefined ? positionals : [name, ...positionals];
  const instruction = rest.join(' ').trim();
  if (first === '' || instruction === '') {
    throw new Error('Say a language and what the code is to do, as in: python "implement binary search"');
  }
  return { do: 'generate', place, language: findLanguage(first), instruction };
}
