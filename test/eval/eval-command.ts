import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command, ParsedFlags } from '../../infra/command/read-flags.ts';
import type { Task } from './eval-tasks.ts';
import { tasks } from './eval-tasks.ts';

const flags = {
  model: { type: 'string' },
  url: { type: 'string' },
  'api-key': { type: 'string' },
  json: { type: 'string', default: 'eval.json' },
  limit: { type: 'string' },
  only: { type: 'string' },
  concurrency: { type: 'string' },
} as const;

const MOST_AT_ONCE = 8;

export const evalCommand: Command<typeof flags> = {
  typed: 'npm run eval --',
  script: 'eval',
  flags,
  usage: `npm run eval -- [--model MODEL] [--json FILE] [--limit N] [--only ID] [--concurrency N]

Generates small programs in Python and JavaScript, runs them, and counts what holds. They run in processes of their own,
limited in time and memory and without an environment, but not cut off from the network. An answer whose syntax is faulty
is repaired once, which is a second call of the model; what holds is counted without and with the repair.

  --model        what npm start takes; with --url the id of a model that API offers
  --url          API_URL   ask this API instead of a host of its own
  --api-key      API_KEY   the key for it
  --json         where every outcome is written; eval.json
  --limit        only so many tasks
  --only         only this task
  --concurrency  how many at once, 1 to ${MOST_AT_ONCE}; 2
  -h, --help     this text
  --version      which version this is`,
};

/** What is to be evaluated, and where. */
export interface EvalArguments {
  readonly tasks: readonly Task[];
  readonly concurrency: number;
  /** The file of the outcomes. */
  readonly json: string;
  readonly model: string | undefined;
  /** Of an API; undefined for a host of its own. */
  readonly api: { readonly url: string; readonly apiKey: string } | undefined;
}

/** @throws Error one sentence that names the flag, its value and what is allowed */
export function parseEvalArguments({ values }: ParsedFlags<typeof flags>, env: NodeJS.ProcessEnv): EvalArguments {
  const limit = wholeNumber('--limit', values.limit, tasks.length, tasks.length);
  const concurrency = wholeNumber('--concurrency', values.concurrency, MOST_AT_ONCE, 2);
  const chosen = tasks.filter(({ id }) => values.only === undefined || id === values.only).slice(0, limit);
  if (chosen.length === 0) {
    throw new Error(`--only is "${values.only}"; allowed are ${tasks.map(({ id }) => id).join(', ')}.`);
  }
  return { tasks: chosen, concurrency, json: writable(values.json), model: values.model, api: apiOf(values, env) };
}

function apiOf(
  values: ParsedFlags<typeof flags>['values'],
  env: NodeJS.ProcessEnv,
): { url: string; apiKey: string } | undefined {
  const url = values.url ?? env['API_URL'];
  const apiKey = values['api-key'] ?? env['API_KEY'];
  if (!url) {
    if (values['api-key'] === undefined) return undefined;
    throw new Error('--api-key is for an API: say --url as well.');
  }
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new Error(`--url is "${url}"; it is to be like https://example.com/graphql.`);
  }
  if (!apiKey) throw new Error('With --url say --api-key as well.');
  return { url, apiKey };
}

/** Looked at before the models are asked, which takes long and may cost. */
function writable(file: string): string {
  try {
    const folder = dirname(resolve(file));
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
    accessSync(folder, constants.W_OK);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a folder');
    return file;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`--json is "${file}", which cannot be written: ${reason}.`, { cause: error });
  }
}

function wholeNumber(name: string, text: string | undefined, most: number, usual: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new Error(`${name} is "${text}"; allowed is a whole number from 1 to ${most}.`);
}
