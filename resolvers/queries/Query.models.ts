import type { Context, NONERequest } from '@aws-appsync/utils';
import { modelFacts } from '../../schema/model-catalogue.ts';
import type { Model } from '../../schema/types.generated.ts';
import { settingsOf } from '../request/resolver-settings.ts';

export function request(): NONERequest {
  return { payload: null };
}

export function response(ctx: Context): Model[] {
  const { models, defaultModel } = settingsOf(ctx.env);
  return models.map((id) => {
    const { sampling, maxTokens, inputPrice, outputPrice } = modelFacts(id);
    const takesSampling = sampling !== 'none';
    return {
      id,
      isDefault: id === defaultModel,
      maxTokens,
      takesTemperature: takesSampling,
      takesTopP: takesSampling,
      inputPrice,
      outputPrice,
    };
  });
}
