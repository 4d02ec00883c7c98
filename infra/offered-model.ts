import type { OfferedModel } from '../resolvers/request/resolver-settings.ts';
import { modelFacts, modelPrice } from '../schema/models/model-facts.ts';

/** How a deployment offers a model. */
export interface ChosenModel {
  /** As callers name it and Bedrock is asked for it: the id of a model or of an inference profile, or the ARN of one. */
  readonly id: string;
  /** The id of the model or of Bedrock's own profile that an ARN stands for; else the same. */
  readonly behind: string;
}

/** What callers are told of a model that is asked from the region. */
export function offeredModel({ id, behind }: ChosenModel, region: string): OfferedModel {
  const { sampling, stopSequences, maxTokens } = modelFacts(behind);
  const price = modelPrice(behind, region);
  return {
    id,
    sampling,
    takesStopSequences: stopSequences,
    maxTokens,
    inputPrice: price?.input ?? null,
    outputPrice: price?.output ?? null,
  };
}
