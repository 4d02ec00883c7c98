import { estimatedInputTokens } from '../../schema/estimated-tokens.ts';
import type { CheckedOptions } from '../request/generation-options.ts';
import type { OfferedModel, ResolverSettings } from '../request/resolver-settings.ts';

/** The tokens of a request before a model has counted them. */
export interface EstimatedTokens {
  /** Roughly what is read, see `tokenEstimate`. */
  input: number;
  /** Most that is written in one answer; a usual number for a model that does not say how much it writes. */
  output: number;
}

/** Of texts of so many UTF-16 units. */
export function estimatedTokens(
  units: number,
  options: CheckedOptions,
  { models, defaultModel }: ResolverSettings,
): EstimatedTokens & { model: OfferedModel } {
  const asked = options.model ?? defaultModel;
  const model = models.find(({ id }) => id === asked) as OfferedModel;
  return { model, input: estimatedInputTokens(units), output: options.maxTokens ?? model.usualTokens };
}
