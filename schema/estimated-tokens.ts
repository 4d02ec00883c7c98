import { tokenEstimate } from './limits/quota-limits.ts';

/** Estimates the tokens that a model reads if the texts of a request have this many UTF-16 units together. */
export function estimatedInputTokens(units: number): number {
  return tokenEstimate.promptTokens + estimatedTokensOf(units);
}

/** Estimates the tokens of a text of this many UTF-16 units. */
export function estimatedTokensOf(units: number): number {
  return Math.ceil(units / tokenEstimate.unitsPerToken);
}
