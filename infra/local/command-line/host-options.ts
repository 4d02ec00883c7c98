import { parseArgs } from 'node:util';
import type { Endpoints } from '../wiring/aws-endpoints.ts';

/** What a person may say about the host, by flag or by environment variable; flags win. */
export interface HostChoices {
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataFolder: string;
  /** As in `--model`; left out: an Ollama that answers, else the cookbook. */
  readonly model: string | undefined;
  /** Left out: made once and kept in the data folder. */
  readonly apiKey: string | undefined;
  /** How many snippets are generated at once; more of them wait. */
  readonly generations: number;
  /** For a server of the OpenAI kind that asks for a key. */
  readonly openAiApiKey?: string | undefined;
  /** Parts of AWS to use in place of this host's own. */
  readonly endpoints?: Endpoints | undefined;
}

/** More than a person asks for; one that waits for its model takes no time of the machine. */
export const USUAL_GENERATIONS = 100;
const MOST_GENERATIONS = 1_000;

export const usage = `npm start -- [--port 4000] [--data .snipstream] [--model MODEL] [--api-key KEY] [--generations 100]

  --port     PORT       where to listen on 127.0.0.1; 0 takes a free port
  --data     DATA_DIR   folder of snippets, table and keys; made when it is not there
  --model    MODEL      cookbook | openai:<base url>#<model> | bedrock:<model id> | gguf:<file or hf: uri>
  --api-key  API_KEY    the API key; else made once and kept in the data folder
  --generations  GENERATIONS
                        how many snippets are generated at once, ${USUAL_GENERATIONS} when left out; more of them wait`;

/**
 * Reads flags and variables.
 * @throws Error naming the flag or variable, its value and what is allowed
 */
export function readChoices(args: string[], env: NodeJS.ProcessEnv): HostChoices {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      model: { type: 'string' },
      'api-key': { type: 'string' },
      generations: { type: 'string' },
    },
  });
  const apiKey = values['api-key'] ?? env['API_KEY'];
  if (apiKey !== undefined && !/^[\w-]{8,128}$/.test(apiKey)) {
    throw new Error(`--api-key is ${apiKey.length} characters long; allowed are 8 to 128 of A-Z a-z 0-9 _ and -.`);
  }
  return {
    port: portOf(values.port ?? env['PORT'] ?? '4000'),
    dataFolder: values.data ?? env['DATA_DIR'] ?? '.snipstream',
    model: values.model ?? env['MODEL'],
    apiKey,
    generations: generationsOf(values.generations ?? env['GENERATIONS'] ?? `${USUAL_GENERATIONS}`),
    openAiApiKey: env['OPENAI_API_KEY'],
    endpoints: {
      s3: env['AWS_ENDPOINT_URL_S3'],
      dynamodb: env['AWS_ENDPOINT_URL_DYNAMODB'],
      bedrock: env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'],
      region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
    },
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port is "${text}"; allowed is a whole number from 0 to 65535.`);
}

function generationsOf(text: string): number {
  const generations = Number(text);
  if (/^\d+$/.test(text) && generations >= 1 && generations <= MOST_GENERATIONS) return generations;
  throw new Error(`--generations is "${text}"; allowed is a whole number from 1 to ${MOST_GENERATIONS}.`);
}
