import { modelPrice } from '../../../schema/models/model-facts.ts';
import type { Config } from '../settings/stack-config.ts';

/** The models whose tokens have a known price, as callers name them; the first may have its price from the settings. */
export function pricedModels({ models, price, region }: Pick<Config, 'models' | 'price' | 'region'>): string[] {
  const isPriced = (behind: string, index: number): boolean =>
    (index === 0 ? price : modelPrice(behind, region)) !== null;
  return models.filter(({ behind }, index) => isPriced(behind, index)).map(({ id }) => id);
}
