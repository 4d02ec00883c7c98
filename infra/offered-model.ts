import type { OfferedModel } from '../resolvers/request/resolver-settings.ts';
import { work } from '../schema/limits/worker-times.ts';
import { outputLimit } from '../schema/models/output-limit.ts';
import { modelFacts, modelPrice } from '../schema/models/model-facts.ts';

/** How a deployment offers a model. */
export interface ChosenModel {
  /** As callers name it and Bedrock is asked for it: the id of a model or of an inference profile, or the ARN of one. */
  readonly id: string;
  /** The id of the model or of Bedrock's own profile that an ARN stands for; else the same. */
  readonly behind: string;
}

/** What callers are told of a model that is asked from the region; `defaultMaxTokens` as in the worker's configuration. */
export function offeredModel({ id, behind }: ChosenModel, region: string, defaultMaxTokens?: number): OfferedModel {
  const facts = modelFacts(behind);
  const { sampling, stopSequences, maxTokens } = facts;
  const price = modelPrice(behind, region);
  return {
    id,
    sampling,
    takesStopSequences: stopSequences,
    maxTokens,
    inputPrice: price?.input ?? null,
    outputPrice: price?.output ?? null,
    usualTokens: outputLimit(defaultMaxTokens, facts) ?? work.usualTokens,
  };
}
