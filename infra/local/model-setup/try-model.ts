import type { LocalModelChoice, ModelSettings } from '../bedrock/models/choose-model.ts';
import { openModel } from '../bedrock/models/choose-model.ts';
import type { ConverseRequest, LocalModel } from '../bedrock/models/local-model.ts';

const question: ConverseRequest = {
  system: 'You write code.',
  messages: [{ role: 'user', text: 'Write a line of Python that prints hello.' }],
  inferenceConfig: { maxTokens: 64 },
  requestMetadata: {},
};

/** A large model on a slow disk takes minutes; Ollama itself gives up a load after five without progress. */
const WITHIN_MS = 600_000;

/**
 * Loads a model by asking it something, and waits for its first word.
 * @param withinMs left out: ten minutes
 * @throws Error a sentence: it cannot be loaded, or does not answer; the signal's reason when it is aborted
 */
export async function tryModel(
  choice: LocalModelChoice,
  settings: ModelSettings,
  signal: AbortSignal,
  withinMs = WITHIN_MS,
): Promise<void> {
  const late = AbortSignal.timeout(withinMs);
  let model: LocalModel | undefined;
  try {
    model = await openModel(choice, settings);
    for await (const { kind } of model.converse(question, AbortSignal.any([signal, late]))) {
      if (kind === 'text' || kind === 'reasoning') return;
    }
    throw new Error(`The model "${model.name}" answered without a word.`);
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) throw new Error(`The model did not answer within ${withinMs / 1_000} s.`, { cause: error });
    throw error;
  } finally {
    await model?.close?.();
  }
}
