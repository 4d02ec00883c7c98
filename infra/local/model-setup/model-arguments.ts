import type { Command, FlagTable, ParsedFlags } from '../../command/read-flags.ts';
import { HUB } from './download/hub-file.ts';
import { ollamaOrigin } from './servers/start-ollama.ts';

export const modelCommand = {
  typed: 'npm run model --',
  script: 'model',
  usage: `npm run model -- [--yes] [--better] [--gguf] [--data .snipstream]

Finds a model for \`npm start\`, or downloads one, and keeps the choice: a server that runs on this machine (Ollama,
llama.cpp, LM Studio, vLLM), else a model that Ollama pulls, else a file that the host itself runs. Nothing is
downloaded before you agree.

  --yes               agree beforehand, and take the first of what there is
  --better            download the larger of the two suggested models, for a machine with more memory
  --gguf              download a file that the host itself runs, whatever servers there are
  --data   DATA_DIR   the data folder that keeps the choice and the file; .snipstream
           HF_ENDPOINT   a mirror of ${HUB}
           OLLAMA_HOST   where Ollama listens`,
  flags: {
    yes: { type: 'boolean', short: 'y' },
    better: { type: 'boolean' },
    gguf: { type: 'boolean' },
    data: { type: 'string' },
  },
} as const satisfies Command<FlagTable>;

export interface ModelArguments {
  readonly yes: boolean;
  readonly better: boolean;
  readonly gguf: boolean;
  readonly dataFolder: string;
  /** Where files are downloaded from. */
  readonly hub: string;
  readonly ollama: string;
  readonly openAiApiKey: string | undefined;
}

/**
 * Reads the arguments from flags and environment variables. Flags take precedence.
 * @throws Error with a sentence for the person who typed them
 */
export function parseModelArguments(
  { values }: ParsedFlags<typeof modelCommand.flags>,
  env: NodeJS.ProcessEnv,
): ModelArguments {
  const hub = env['HF_ENDPOINT'] || HUB;
  if (!/^https?:/.test(hub) || !URL.canParse(hub)) {
    throw new Error(`HF_ENDPOINT is "${hub}"; it is to be an address like ${HUB}.`);
  }
  return {
    yes: values.yes ?? false,
    better: values.better ?? false,
    gguf: values.gguf ?? false,
    dataFolder: values.data ?? env['DATA_DIR'] ?? '.snipstream',
    hub,
    ollama: ollamaOrigin(env['OLLAMA_HOST']),
    openAiApiKey: env['OPENAI_API_KEY'],
  };
}
