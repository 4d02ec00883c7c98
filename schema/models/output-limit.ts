import { work } from '../limits/worker-times.ts';
import type { ModelFacts } from './model-facts.ts';

/**
 * Most tokens of an answer: what was chosen, else the usual number, with room for thoughts before the code, never
 * more than the model writes. Undefined, which leaves it to the model, when nothing was chosen and its limit is not known:
 * a number above it would be refused.
 */
export function outputLimit(
  chosen: number | undefined,
  { maxTokens: most, thinking }: Pick<ModelFacts, 'maxTokens' | 'thinking'>,
): number | undefined {
  const usual = work.usualTokens + (thinking === 'always' ? work.thinkingTokens : 0);
  if (most === null) return chosen;
  return Math.min(chosen ?? usual, most);
}
