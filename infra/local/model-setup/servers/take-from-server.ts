import { CONTEXT_TOKENS } from '../../bedrock/models/context-tokens.ts';
import type { ModelServer } from './find-servers.ts';
import { showProgress } from '../show-progress.ts';
import { copyWithRoom, pullModel } from './pull-model.ts';
import type { SetupDependencies } from '../setup-dependencies.ts';
import type { ModelSource } from '../choose-model-source.ts';
import { describeModel } from '../suggested-models.ts';

/**
 * Takes a model that a server has. Of one in Ollama a copy is made that has room for a prompt and its answer.
 * @returns the choice in the words of `--model`
 * @throws Error the signal's reason when it is aborted
 */
export async function takeFromServer(
  { server, model }: Extract<ModelSource, { by: 'use' }>,
  { screen, signal }: SetupDependencies,
): Promise<string> {
  if (server.kind === 'Ollama') return copyInOllama(server.origin, model.id, { screen, signal });
  if (model.contextTokens !== undefined && model.contextTokens < CONTEXT_TOKENS) {
    screen.say(
      `It has room for ${model.contextTokens} tokens of prompt and answer together; for long code ${CONTEXT_TOKENS} are good${howToWiden[server.kind]}.`,
    );
  }
  return choiceOf(server.origin, model.id);
}

const howToWiden: Readonly<Record<Exclude<ModelServer['kind'], 'Ollama'>, string>> = {
  'llama.cpp': `: start it with -c ${CONTEXT_TOKENS}`,
  vLLM: `: start it with --max-model-len ${CONTEXT_TOKENS}`,
  'LM Studio': ', which its "Context Length" sets',
  'A server of the OpenAI kind': '',
};

/**
 * Has Ollama pull the suggested model, and makes the copy.
 * @returns the choice in the words of `--model`; undefined when the person does not want it
 * @throws Error a sentence
 */
export async function pullIntoOllama(
  { origin, suggested }: Extract<ModelSource, { by: 'pull' }>,
  { screen, prompter, signal }: SetupDependencies,
): Promise<string | undefined> {
  describeModel(suggested, screen);
  screen.say(`  Ollama at ${origin} pulls it as ${suggested.ollamaName} and keeps it among its own models.`);
  if (!(await prompter.agrees('Download it?'))) return undefined;
  await pullModel(origin, suggested, showProgress(suggested.ollamaName, screen), signal);
  return copyInOllama(origin, suggested.ollamaName, { screen, signal });
}

async function copyInOllama(
  origin: string,
  model: string,
  { screen, signal }: Pick<SetupDependencies, 'screen' | 'signal'>,
): Promise<string> {
  try {
    const copy = await copyWithRoom(origin, model, signal);
    if (copy !== model) {
      screen.say(
        `${copy} is ${model} with room for ${CONTEXT_TOKENS} tokens of prompt and answer; it takes no more disk.`,
      );
    }
    return choiceOf(origin, copy);
  } catch (error) {
    signal.throwIfAborted();
    screen.say(
      `${error instanceof Error ? error.message : error} So ${model} is taken as it is: of a long prompt Ollama may drop the beginning.`,
    );
    return choiceOf(origin, model);
  }
}

function choiceOf(origin: string, model: string): string {
  return `openai:${origin}/v1#${model}`;
}
