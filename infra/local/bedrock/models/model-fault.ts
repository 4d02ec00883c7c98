import { lookForModel } from '../openai/look-for-model.ts';
import { parseModelChoice } from './choose-model.ts';

const WITHIN_MS = 3_000;

/**
 * What can be known at the start against a model that answers behind an address: nobody is there, or it has none of that
 * name. The host runs all the same, since it may come.
 * @param text as `--model` would name it
 * @returns one sentence with the address; undefined when nothing is known against it
 */
export async function findModelFault(
  text: string,
  apiKey: string | undefined,
  fetchModels: typeof fetch,
): Promise<string | undefined> {
  const choice = parseModelChoice(text);
  if (choice.kind !== 'openai') return undefined;
  const { baseUrl, model } = choice;
  return lookForModel({ baseUrl, model, apiKey, fetch: fetchModels, withinMs: WITHIN_MS });
}
