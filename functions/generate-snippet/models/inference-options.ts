import type { ConverseStreamCommandInput } from '@aws-sdk/client-bedrock-runtime';
import type { ModelFacts } from '../../../schema/models/model-facts.ts';
import { outputLimit } from '../../../schema/models/output-limit.ts';
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
