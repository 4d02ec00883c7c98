import type { Quotas } from '../../../resolvers/quota/limits-of.ts';
import type { Command, ParsedFlags } from '../../command/read-flags.ts';
import { readFlags } from '../../command/read-flags.ts';
import { noQuotas, quotasAllowed, readQuotas } from '../../quotas-setting.ts';
import { blockedPorts } from './blocked-ports.ts';
import type { Endpoints } from '../wiring/aws-endpoints.ts';

/** The choices for a host, from flags or environment variables. Flags take precedence. */
export interface HostChoices {
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataFolder: string;
  /** As in `--model`; left out: what `npm run model` keeps, else an Ollama that answers, else the cookbook. */
  readonly model: string | undefined;
  /** Left out: made once and kept in the data folder. */
  readonly apiKey: string | undefined;
  /** How many snippets are generated at once; more of them wait. */
  readonly generations: number;
  /** Whether a faulty answer is repaired where the caller says nothing of it; left out: yes. */
  readonly repair?: boolean | undefined;
  /** What callers may use in a day; left out: as much as they like. */
  readonly quotas?: Quotas | undefined;
  /** For a server of the OpenAI kind that asks for a key. */
  readonly openAiApiKey?: string | undefined;
  /** Parts of AWS to use in place of this host's own. */
  readonly endpoints?: Endpoints | undefined;
}

/** More than a person asks for; one that waits for its model takes no time of the machine. */
export const DEFAULT_GENERATIONS = 100;
const MOST_GENERATIONS = 1_000;
const USUAL_PORT = 4_000;

const flags = {
  port: { type: 'string' },
  data: { type: 'string' },
  model: { type: 'string' },
  'api-key': { type: 'string' },
  generations: { type: 'string' },
  repair: { type: 'string' },
  quotas: { type: 'string' },
} as const;

export const startCommand: Command<typeof flags> = {
  typed: 'npm start --',
  script: 'start',
  flags,
  usage: `npm start -- [--port 4000] [--data .snipstream] [--model MODEL] [--api-key KEY] [--generations 100]
                [--repair on]
                [--quotas JSON]

  --port     PORT       where to listen on 127.0.0.1; 0 takes a free port
  --data     DATA_DIR   folder of snippets, table and keys; made when it is not there
  --model    MODEL      cookbook | openai:<base url>#<model> | bedrock:<model id> | gguf:<file or hf: uri>
  --api-key  API_KEY    the API key; else made once and kept in the data folder
  --generations  GENERATIONS
                        how many snippets are generated at once, ${DEFAULT_GENERATIONS} when left out; more of them wait
  --repair   REPAIR     on | off: whether the model is asked once more when its code has faults; on when left out
  --quotas   QUOTAS     what callers may use in a day by UTC, as JSON; what is left out has no limit:
                        {"key":{"generations":50,"tokens":200000,"running":3},"user":{},"deployment":2000}
  -h, --help            this text
  --version             which version this is`,
};

/**
 * Reads flags and variables.
 * @throws Error naming the flag or variable, its value and what is allowed
 */
export function readChoices(args: string[], env: NodeJS.ProcessEnv): HostChoices {
  return choicesOf(readFlags(startCommand, args, env), env);
}

/** As {@link readChoices}, of flags that were read. */
export function choicesOf({ values }: ParsedFlags<typeof flags>, env: NodeJS.ProcessEnv): HostChoices {
  const apiKey = given(values['api-key'], '--api-key', env, 'API_KEY');
  if (apiKey && !/^[\w-]{8,128}$/.test(apiKey.text)) {
    throw new Error(
      `${apiKey.name} is ${apiKey.text.length} characters long; allowed are 8 to 128 of A-Z a-z 0-9 _ and -.`,
    );
  }
  const port = given(values.port, '--port', env, 'PORT');
  const generations = given(values.generations, '--generations', env, 'GENERATIONS');
  const repair = given(values.repair, '--repair', env, 'REPAIR');
  const quotas = given(values.quotas, '--quotas', env, 'QUOTAS');
  return {
    port: port ? portOf(port) : USUAL_PORT,
    dataFolder: given(values.data, '--data', env, 'DATA_DIR')?.text ?? '.snipstream',
    model: given(values.model, '--model', env, 'MODEL')?.text,
    apiKey: apiKey?.text,
    generations: generations ? wholeNumber(generations, 1, MOST_GENERATIONS) : DEFAULT_GENERATIONS,
    repair: repair ? onOrOff(repair) : true,
    quotas: quotas && quotasOf(quotas),
    openAiApiKey: env['OPENAI_API_KEY'],
    endpoints: {
      s3: env['AWS_ENDPOINT_URL_S3'],
      dynamodb: env['AWS_ENDPOINT_URL_DYNAMODB'],
      bedrock: env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'],
      region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
    },
  };
}

interface Given {
  /** Of the flag or of the variable that said it. */
  readonly name: string;
  readonly text: string;
}

/** The flag wins; an empty variable counts as none. */
function given(flag: string | undefined, name: string, env: NodeJS.ProcessEnv, variable: string): Given | undefined {
  if (flag !== undefined) return { name, text: flag };
  const text = env[variable];
  return text ? { name: variable, text } : undefined;
}

function onOrOff({ name, text }: Given): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Error(`${name} is "${text}"; allowed is on or off.`);
}

function portOf(given: Given): number {
  const port = wholeNumber(given, 0, 65_535);
  if (!blockedPorts.has(port)) return port;
  throw new Error(
    `${given.name} is "${given.text}", a port that browsers and fetch refuse to call; take another, or 0.`,
  );
}

function wholeNumber({ name, text }: Given, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`${name} is "${text}"; allowed is a whole number from ${least} to ${most}.`);
}

function quotasOf({ name, text }: Given): Quotas {
  const quotas = readQuotas(text, noQuotas);
  if (!quotas) throw new Error(`${name} is ${text}; allowed is ${quotasAllowed}.`);
  return quotas;
}
