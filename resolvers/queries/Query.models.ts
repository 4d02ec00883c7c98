import type { Context, NONERequest } from '@aws-appsync/utils';
import type { Model } from '../../schema/types.generated.ts';
import { settingsOf } from '../request/resolver-settings.ts';

export function request(): NONERequest {
  return { payload: null };
}

export function response(ctx: Context): Model[] {
  const { models, defaultModel } = settingsOf(ctx.env);
  return models.map((model) => ({
    ...model,
    isDefault: model.id === defaultModel,
    takesTemperature: model.sampling !== 'NONE',
    takesTopP: model.sampling !== 'NONE',
  }));
}
