import { work } from '../limits/worker-times.ts';
import type { ModelFacts } from './model-facts.ts';

/**
 * Returns the token limit of an answer. It is the chosen number or else the default, with room for the model's
 * thoughts, and never more than the model can write. It is undefined, so that none is sent, if nothing was chosen and
 * the limit of the model is not known, because the model would refuse a higher one.
 */
export function outputLimit(
  chosen: number | undefined,
  { maxTokens: most, thinking }: Pick<ModelFacts, 'maxTokens' | 'thinking'>,
): number | undefined {
  const usual = work.usualTokens + (thinking === 'always' ? work.thinkingTokens : 0);
  if (most === null) return chosen;
  return Math.min(chosen ?? usual, most);
}
