import { join } from 'node:path';
import type { LocalModel } from '../bedrock/models/local-model.ts';
import { chooseModel, openModel } from '../bedrock/models/choose-model.ts';
import { readSavedModel } from '../bedrock/models/saved-model.ts';
import { llamaFolder, loadNodeLlamaCpp } from '../bedrock/models/node-llama-cpp.ts';
import type { HostChoices } from '../command-line/host-options.ts';

/** The model that answers on a host. */
export interface HostModel {
  /** Its id, as the functions ask for it. */
  readonly id: string;
  /** As `--model` would name it. */
  readonly text: string;
  /** What answers; undefined when it is Amazon Bedrock itself. */
  readonly local: LocalModel | undefined;
}

/** A model that was chosen and is not there yet. */
export interface ChosenModel {
  readonly onBedrock: boolean;
  /** Loading a model, and all the more downloading it, takes its time. */
  open(): Promise<HostModel>;
}

/**
 * Chooses the model of a host: the given one, else as the person chose for this start, else as `npm run model` keeps it.
 * @param dataFolder where that choice is kept, and a model that has to be downloaded
 * @param warn told what a server of the OpenAI kind does not take
 * @throws Error the choice is none
 */
export async function chooseHostModel(
  { model, openAiApiKey }: Pick<HostChoices, 'model' | 'openAiApiKey'>,
  dataFolder: string,
  warn: (line: string) => void,
  given?: LocalModel,
): Promise<ChosenModel> {
  if (given) return { onBedrock: false, open: async () => ({ id: given.name, text: given.name, local: given }) };
  const choice = await chooseModel(model ?? readSavedModel(dataFolder), fetch);
  if (choice.kind === 'bedrock') {
    return { onBedrock: true, open: async () => ({ id: choice.modelId, text: choice.text, local: undefined }) };
  }
  const settings = {
    ...{ openAiApiKey, warn, output: process.stderr },
    modelsFolder: join(dataFolder, 'models'),
    loadLlama: () => loadNodeLlamaCpp(llamaFolder(dataFolder)),
  };
  return {
    onBedrock: false,
    async open() {
      const local = await openModel(choice, settings);
      return { id: local.name, text: choice.text, local };
    },
  };
}
