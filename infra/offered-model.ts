import type { OfferedModel } from '../resolvers/request/resolver-settings.ts';
import { work } from '../schema/limits/worker-times.ts';
import { outputLimit } from '../schema/models/output-limit.ts';
import { modelFacts, modelPrice } from '../schema/models/model-facts.ts';

/** A model that a deployment offers. */
export interface ChosenModel {
  /**
   * The name that callers use and that is sent to Bedrock: the id of a model, or the id or ARN of an inference
   * profile.
   */
  readonly id: string;
  /**
   * If `id` is an ARN, this is the id of the model or system-defined profile behind it. Otherwise it is equal to `id`.
   */
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
