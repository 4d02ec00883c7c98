import { join, resolve } from 'node:path';
import type { LocalModelChoice } from '../bedrock/models/choose-model.ts';
import { parseModelChoice } from '../bedrock/models/choose-model.ts';
import { saveModel, savedModelFile } from '../bedrock/models/saved-model.ts';
import { llamaFolder, loadNodeLlamaCpp } from '../bedrock/models/node-llama-cpp.ts';
import type { ModelSource } from './choose-model-source.ts';
import { chooseModelSource, tellOthers } from './choose-model-source.ts';
import type { Found } from './servers/find-servers.ts';
import { findServers } from './servers/find-servers.ts';
import type { ModelArguments } from './model-arguments.ts';
import { whileShowing } from './show-progress.ts';
import type { SetupDependencies } from './setup-dependencies.ts';
import { findOllama, startOllama } from './servers/start-ollama.ts';
import { takeFile } from './download/take-file.ts';
import { pullIntoOllama, takeFromServer } from './servers/take-from-server.ts';
import { tryModel } from './try-model.ts';

/**
 * Finds or downloads a model, sees it answer, and keeps the choice for `npm start`.
 * @returns whether there is one now; false when the person wanted none
 * @throws Error a sentence; nothing is kept then, and the next call goes on where this one ended
 */
export async function setUpModel(args: ModelArguments, dependencies: SetupDependencies): Promise<boolean> {
  const { screen, signal } = dependencies;
  const way = await findModelSource(args, dependencies);
  const text = way && (await take(way, args, dependencies));
  if (text === undefined) {
    screen.say('Nothing was changed: `npm start` takes the model that it took before.');
    return false;
  }
  const dataFolder = resolve(args.dataFolder);
  const settings = {
    openAiApiKey: args.openAiApiKey,
    warn: screen.say,
    modelsFolder: join(dataFolder, 'models'),
    output: { write: () => undefined },
    loadLlama: () => loadNodeLlamaCpp(llamaFolder(dataFolder)),
  };
  const began = performance.now();
  const choice = parseModelChoice(text) as LocalModelChoice;
  await whileShowing('Loading the model, which may take minutes', screen, tryModel(choice, settings, signal));
  screen.say(`It answered after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  await saveModel(dataFolder, text);
  screen.say(`\`npm start\` takes ${text} from now on, as ${savedModelFile(dataFolder)} says.`);
  return true;
}

async function findModelSource(
  args: ModelArguments,
  dependencies: SetupDependencies,
): Promise<ModelSource | undefined> {
  const { screen, prompter, fetchFrom } = dependencies;
  const suggested = args.better ? dependencies.suggested.better : dependencies.suggested.usual;
  if (args.gguf) return { by: 'file', suggested };

  const look = (): Promise<Found[]> => findServers([...new Set([args.ollama, ...dependencies.origins])], fetchFrom);
  let found = await look();
  if (!serversIn(found).some(({ kind, models }) => kind === 'Ollama' || models.length > 0)) {
    if (await startInstalled(args.ollama, dependencies)) found = await look();
  }
  tellOthers(found, screen);
  const servers = serversIn(found);
  const ollama = servers.find(({ kind }) => kind === 'Ollama');
  if (args.better) return ollama ? { by: 'pull', origin: ollama.origin, suggested } : { by: 'file', suggested };
  if (servers.length === 0) {
    screen.say('No model server answers on this machine. Ollama is one: https://ollama.com/download');
    screen.say('Without a server the host can run a model itself:');
  }
  return chooseModelSource(servers, suggested, prompter, screen);
}

/** Starts an Ollama that is installed and does not run, if the person agrees. @returns whether it runs now */
async function startInstalled(origin: string, dependencies: SetupDependencies): Promise<boolean> {
  const { screen, prompter, fetchFrom, signal, env } = dependencies;
  const program = findOllama(env['PATH']);
  if (program === undefined) return false;
  screen.say(`Ollama is installed, ${program}, and does not run.`);
  if (!(await prompter.agrees('Start it? It then runs until it is ended.'))) return false;
  const starting = startOllama(program, origin, env, { fetchFrom, signal });
  const pid = await whileShowing(`Starting ${program} serve`, screen, starting);
  screen.say(`It runs as process ${pid}.`);
  return true;
}

function serversIn(found: readonly Found[]) {
  return found.flatMap((one) => (one.is === 'server' ? [one.server] : []));
}

async function take(
  way: ModelSource,
  args: ModelArguments,
  dependencies: SetupDependencies,
): Promise<string | undefined> {
  switch (way.by) {
    case 'use':
      return takeFromServer(way, dependencies);
    case 'pull':
      return pullIntoOllama(way, dependencies);
    case 'file':
      return takeFile(way.suggested, args, dependencies);
    default:
      throw new Error(`There is no way ${JSON.stringify(way satisfies never)}.`);
  }
}
