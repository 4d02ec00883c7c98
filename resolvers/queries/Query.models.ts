import type { Context, NONERequest } from '@aws-appsync/utils';
import { modelFacts } from '../../schema/model-catalogue.ts';
import type { Model } from '../../schema/types.generated.ts';
import { defaultModel, offeredModels } from '../request/offered-models.ts';

export function request(): NONERequest {
  return { payload: null };
}

export function response(ctx: Context): Model[] {
  const first = defaultModel(ctx.env);
  return offeredModels(ctx.env).map((id) => {
    const { sampling, maxTokens, inputPrice, outputPrice } = modelFacts(id);
    const takesSampling = sampling !== 'none';
    return {
      id,
      isDefault: id === first,
      maxTokens,
      takesTemperature: takesSampling,
      takesTopP: takesSampling,
      inputPrice,
      outputPrice,
    };
  });
}
