import { CONTEXT_TOKENS } from '../../bedrock/models/context-tokens.ts';
import { followOllama } from './ollama-lines.ts';
import type { SuggestedModel } from '../suggested-models.ts';

/** Bytes that are there, of how many. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Has an Ollama pull a model. What is there already is not loaded again, and a pull that was broken off goes on.
 * @throws Error a sentence: it failed, or what came is not the file that was checked
 */
export async function pullModel(
  origin: string,
  { ollamaName, sha256, page }: SuggestedModel,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  const layers = new Map<string, { total: number; completed: number }>();
  await followOllama(
    origin,
    '/api/pull',
    { model: ollamaName },
    ({ digest, total = 0, completed = 0 }) => {
      if (digest === undefined) return;
      layers.set(digest, { total, completed });
      const sum = (name: 'total' | 'completed'): number =>
        [...layers.values()].reduce((all, one) => all + one[name], 0);
      if (total > 0) onProgress(sum('completed'), sum('total'));
    },
    { signal },
  );
  if (layers.has(`sha256:${sha256}`)) return;
  throw new Error(
    `What Ollama pulled as ${ollamaName} is not the file of ${page} that was checked: none of its layers has the SHA-256 ${sha256}. ` +
      `It is not used. Remove it with: ollama rm ${ollamaName}`,
  );
}

/** What the copies of this project are called by, so that a person knows whose they are. */
const OURS = 'snipstream-';

/**
 * Makes a copy of a model with room for a prompt and its answer: by default Ollama has 4,096 tokens on most machines and
 * drops the beginning of what is longer without a word (https://github.com/ollama/ollama/blob/main/docs/context-length.mdx).
 * Nothing is downloaded or stored twice.
 * @returns the name of the copy
 * @throws Error a sentence
 */
export async function copyWithRoom(origin: string, model: string, signal: AbortSignal): Promise<string> {
  const name = model.split('/').at(-1) ?? model;
  if (name.startsWith(OURS)) return model;
  const copy = `${OURS}${name.toLowerCase()}`;
  const body = { model: copy, from: model, parameters: { num_ctx: CONTEXT_TOKENS } };
  await followOllama(origin, '/api/create', body, () => undefined, { signal });
  return copy;
}
