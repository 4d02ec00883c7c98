import { chatModels } from '../bedrock/models/chat-models.ts';
import type { Screen } from '../command-line/screen.ts';
import type { Found, ModelServer, ServedModel } from './servers/find-servers.ts';
import type { Prompter } from './prompter.ts';
import type { SuggestedModel } from './suggested-models.ts';

/** How the setup obtains a model. */
export type ModelSource =
  | { readonly by: 'use'; readonly server: ModelServer; readonly model: ServedModel }
  /** Ollama pulls the suggested model. */
  | { readonly by: 'pull'; readonly origin: string; readonly suggested: SuggestedModel }
  /** The suggested model as a file, run inside the host. */
  | { readonly by: 'file'; readonly suggested: SuggestedModel };

/** Tells what was found and is no choice. */
export function tellOthers(found: readonly Found[], screen: Screen): void {
  for (const one of found) {
    if (one.is === 'loading')
      screen.say(`llama.cpp at ${one.origin} is loading its model: run this again in a moment.`);
    if (one.is === 'locked') {
      screen.say(
        `The server at ${one.origin} asks for a key. To use it: OPENAI_API_KEY=… npm start -- --model openai:${one.origin}/v1#MODEL`,
      );
    }
    if (one.is === 'other') screen.say(`What answers at ${one.origin} is no model server.`);
    if (one.is === 'server' && one.server.models.length === 0) {
      screen.say(`${one.server.kind} at ${one.server.origin} has no model yet.`);
    }
  }
}

/** The models of all servers, those made for code first. */
export function modelsOf(servers: readonly ModelServer[]): { server: ModelServer; model: ServedModel }[] {
  const all = servers.flatMap((server) => server.models.map((model) => ({ server, model })));
  const names = chatModels(all.map(({ model }) => model.id));
  return [...new Set(names)].flatMap((name) => all.filter(({ model }) => model.id === name));
}

/**
 * Lets the person choose among the models that are there, or to download the suggested one.
 * @returns undefined when they want none
 */
export async function chooseModelSource(
  servers: readonly ModelServer[],
  suggested: SuggestedModel,
  prompter: Prompter,
  screen: Screen,
): Promise<ModelSource | undefined> {
  const ollama = servers.find(({ kind }) => kind === 'Ollama');
  const download: ModelSource = ollama ? { by: 'pull', origin: ollama.origin, suggested } : { by: 'file', suggested };
  const there = modelsOf(servers);
  if (there.length === 0) return download;
  screen.say('On this machine there is:');
  const lines = there.map(({ server, model }) => `${model.id}, ${server.kind} at ${server.origin}`);
  lines.push(`none of these: download ${suggested.title}`);
  lines.forEach((line, index) => screen.say(`${`${index + 1}`.padStart(4)}  ${line}`));
  const chosen = await prompter.chooses('Which one?', lines.length);
  if (chosen === undefined) return undefined;
  const one = there[chosen];
  return one ? { by: 'use', ...one } : download;
}
