import type { ConverseStreamCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { work } from '../../../schema/limits/worker-times.ts';
import type { ModelFacts } from '../../../schema/models/model-facts.ts';
import type { TaskOptions } from '../../../schema/types.generated.ts';

/**
 * How a model is told to write, with nothing in it that the model does not take: for the model that was asked for that
 * was refused before, for a fallback it is left out.
 */
export function inferenceOptions(
  options: TaskOptions,
  facts: ModelFacts,
  defaultMaxTokens: number | undefined,
): Pick<ConverseStreamCommandInput, 'inferenceConfig' | 'additionalModelRequestFields'> {
  const { temperature, topP, stopSequences } = options;
  const maxTokens = outputLimit(options.maxTokens ?? defaultMaxTokens, facts);
  const hot = typeof temperature === 'number' && facts.sampling !== 'NONE';
  const narrow = typeof topP === 'number' && (facts.sampling === 'BOTH' || (facts.sampling === 'EITHER' && !hot));
  return {
    inferenceConfig: {
      ...(maxTokens === undefined ? {} : { maxTokens }),
      ...(hot ? { temperature } : {}),
      ...(narrow ? { topP } : {}),
      ...(stopSequences && facts.stopSequences ? { stopSequences } : {}),
    },
    ...(typeof facts.thinking === 'object'
      ? { additionalModelRequestFields: { thinking: { type: facts.thinking.least } } }
      : {}),
  };
}

/**
 * Most tokens of an answer: what was chosen, else the usual number, with room for thoughts before the code, never
 * more than the model writes. Undefined, which leaves it to the model, when nothing was chosen and its limit is not known:
 * a number above it would be refused.
 */
function outputLimit(chosen: number | undefined, { maxTokens: most, thinking }: ModelFacts): number | undefined {
  const usual = work.usualTokens + (thinking === 'always' ? work.thinkingTokens : 0);
  if (most === null) return chosen;
  return Math.min(chosen ?? usual, most);
}
