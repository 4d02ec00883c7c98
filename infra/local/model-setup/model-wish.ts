import { parseArgs } from 'node:util';
import { HUB } from './download/hub-file.ts';
import { ollamaOrigin } from './servers/start-ollama.ts';

export const usage = `npm run model -- [--yes] [--better] [--gguf] [--data .snipstream]

Finds a model for \`npm start\`, or downloads one, and keeps the choice: a server that runs on this machine (Ollama,
llama.cpp, LM Studio, vLLM), else a model that Ollama pulls, else a file that the host itself runs. Nothing is
downloaded before you agree.

  --yes               agree beforehand, and take the first of what there is
  --better            download the larger of the two suggested models, for a machine with more memory
  --gguf              download a file that the host itself runs, whatever servers there are
  --data   DATA_DIR   the data folder that keeps the choice and the file; .snipstream
           HF_ENDPOINT   a mirror of ${HUB}
           OLLAMA_HOST   where Ollama listens`;

export interface ModelWish {
  readonly help: boolean;
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
 * Reads flags and variables; flags win.
 * @throws Error a sentence for whoever typed it
 */
export function readModelWish(args: string[], env: NodeJS.ProcessEnv): ModelWish {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      better: { type: 'boolean', default: false },
      gguf: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const hub = env['HF_ENDPOINT'] || HUB;
  if (!/^https?:/.test(hub) || !URL.canParse(hub)) {
    throw new Error(`HF_ENDPOINT is "${hub}"; it is to be an address like ${HUB}.`);
  }
  const { help, yes, better, gguf, data } = values;
  return {
    ...{ help, yes, better, gguf, hub },
    dataFolder: data ?? env['DATA_DIR'] ?? '.snipstream',
    ollama: ollamaOrigin(env['OLLAMA_HOST']),
    openAiApiKey: env['OPENAI_API_KEY'],
  };
}
