import { text } from 'node:stream/consumers';
import { errorSentence } from './openai-refusals.ts';
import { postJson } from './post-json.ts';

const LOOK_WITHIN_MS = 1_000;
/** Ollama itself gives a load up after five minutes without progress. */
const LOAD_WITHIN_MS = 600_000;

/**
 * Has an Ollama load a model now, which it does else at the first request, in silence
 * (https://github.com/ollama/ollama/blob/main/docs/faq.mdx, "preload a model"). Another kind of server is left alone, and
 * so is a model that is loaded.
 * @param tell told when it begins, and what came of it
 */
export async function loadInOllama(
  { baseUrl, model }: { readonly baseUrl: string; readonly model: string },
  tell: (line: string) => void,
): Promise<void> {
  const { origin } = new URL(baseUrl);
  const { version } = (await read(`${origin}/api/version`)) as { version?: unknown };
  if (typeof version !== 'string') return;
  const { models } = (await read(`${origin}/api/ps`)) as { models?: { name?: unknown }[] };
  if (models?.some(({ name }) => name === model)) return;

  tell(`Ollama at ${origin} is loading ${model}; the first answer waits for it.`);
  const began = performance.now();
  const fault = await load(origin, model).catch((error: unknown) => String(error));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  tell(fault === undefined ? `${model} is loaded after ${seconds} s.` : `${model} was not loaded: ${fault}`);
}

/** @returns what Ollama says against it */
async function load(origin: string, model: string): Promise<string | undefined> {
  const body = JSON.stringify({ model, stream: false });
  const answer = await postJson(new URL(`${origin}/api/generate`), {}, body, AbortSignal.timeout(LOAD_WITHIN_MS));
  const says = await text(answer);
  return answer.statusCode === 200 ? undefined : `${errorSentence(says)}.`;
}

/** What a route answers; nothing when it is no JSON. */
async function read(url: string): Promise<object> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) });
    return Object(await response.json()) as object;
  } catch {
    return {};
  }
}
