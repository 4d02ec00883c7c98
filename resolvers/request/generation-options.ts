import { requestLimits } from '../../schema/limits.ts';
import { modelFacts } from '../../schema/model-catalogue.ts';
import type { GenerationOptions } from '../../schema/types.generated.ts';
import { checkId, checkRange, quoted, refuse } from './input.ts';
import { settingsOf } from './resolver-settings.ts';

/** What the caller may set and the model is told; null where nothing was set. */
export interface CheckedOptions {
  model: string | null;
  maxTokens: number | null;
  temperature: number | null;
  topP: number | null;
  stopSequences: string[] | null;
}

/** Refuses what cannot be meant, before any money is spent. Absent and null come out the same. */
export function checkedOptions(options: GenerationOptions, env: Record<string, string>): CheckedOptions {
  if (typeof options.id === 'string') checkId('options.id', options.id);
  const model = options.model ?? null;
  const { models: offered, defaultModel } = settingsOf(env);
  if (model !== null && offered.indexOf(model) < 0)
    refuse('options.model', quoted(model), offered.map(quoted).join(', '));
  const facts = modelFacts(model ?? defaultModel);
  checkRange('options.maxTokens', options.maxTokens, 1, facts.maxTokens ?? requestLimits.mostTokens);
  checkRange('options.temperature', options.temperature, 0, 1);
  checkRange('options.topP', options.topP, 0, 1);
  checkRange('options.waitSeconds', options.waitSeconds, 0, requestLimits.waitSeconds);
  const temperature = options.temperature ?? null;
  const topP = options.topP ?? null;
  if (facts.sampling === 'none' && temperature !== null) refuseSampling('options.temperature', temperature);
  if (facts.sampling === 'none' && topP !== null) refuseSampling('options.topP', topP);
  if (facts.sampling === 'either' && temperature !== null && topP !== null) {
    refuse('options.topP', `${topP} beside a temperature`, 'one of the two with this model');
  }
  return {
    model,
    maxTokens: options.maxTokens ?? null,
    temperature,
    topP,
    stopSequences: checkedStopSequences(options.stopSequences ?? []),
  };
}

function refuseSampling(argument: string, value: number): never {
  return refuse(argument, `${value}`, 'null, as this model takes none');
}

function checkedStopSequences(texts: string[]): string[] | null {
  const { stopSequences: most, stopSequenceUnits: longest } = requestLimits;
  if (texts.length > most) refuse('options.stopSequences', `a list of ${texts.length}`, `at most ${most}`);
  for (const text of texts) {
    if (text.length < 1 || text.length > longest) {
      refuse('options.stopSequences', `with a text of ${text.length} UTF-16 units`, `1 to ${longest} units each`);
    }
  }
  return texts.length > 0 ? texts : null;
}
