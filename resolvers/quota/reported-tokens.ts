import type { TokenUsage } from '../../schema/types.generated.ts';
import type { SnippetItem } from '../item/snippet-item.ts';
import type { OfferedModel } from '../request/resolver-settings.ts';

/** The attribute of a snippet in which an attempt tells its tokens, once. */
export function reportOf(attempt: string): `report_${string}` {
  return `report_${attempt.split('-').join('')}`;
}

/** Tokens as they are counted: read, written, of those the ones whose price is known, and that price in billionths of a US dollar. */
export interface PricedTokens {
  read: number;
  written: number;
  priced: number;
  price: number;
}

/** What all attempts have told so far, and how many that began have not told anything. */
export function reportedTokens(item: SnippetItem, models: OfferedModel[]): PricedTokens & { untold: number } {
  const told = Object.keys(item).filter((name) => name.startsWith('report_'));
  const reports = told.map((name) => item[name as `report_${string}`] as TokenUsage);
  const inputTokens = reports.reduce((sum, one) => sum + one.inputTokens, 0);
  const outputTokens = reports.reduce((sum, one) => sum + one.outputTokens, 0);
  return { untold: item.attempts - told.length, ...pricedTokens({ inputTokens, outputTokens }, item.model, models) };
}

/** At the price of this model. */
export function pricedTokens(
  { inputTokens, outputTokens }: TokenUsage,
  id: string,
  models: OfferedModel[],
): PricedTokens {
  const tokens = { read: inputTokens, written: outputTokens, priced: 0, price: 0 };
  const offered = models.filter((model) => model.id === id);
  const [price] = offered.map((model) => priceOf(model, { inputTokens, outputTokens }));
  return typeof price === 'number' ? { ...tokens, priced: inputTokens + outputTokens, price } : tokens;
}

/** In billionths of a US dollar; null where the price of the model is not known. */
function priceOf(
  { inputPrice, outputPrice }: OfferedModel,
  { inputTokens, outputTokens }: Omit<TokenUsage, '__typename'>,
): number | null {
  if (typeof inputPrice !== 'number') return null;
  // A price is in dollars for a million tokens: a thousand billionths for one.
  return Math.round((inputTokens * inputPrice + outputTokens * (outputPrice as number)) * 1_000);
}

/** In US dollars; null where the price of the model is not known. */
export function dollarsOf(model: OfferedModel, tokens: Omit<TokenUsage, '__typename'>): number | null {
  const price = priceOf(model, tokens);
  return price === null ? null : price / 1_000_000_000;
}

/** What an end sets in the row: no lease, and what the attempt tells, if it does. */
export function withReport(
  attempt: string | null | undefined,
  spent: TokenUsage | null | undefined,
): Record<string, unknown> {
  return attempt && spent ? { lease: 0, [reportOf(attempt)]: spent } : { lease: 0 };
}
