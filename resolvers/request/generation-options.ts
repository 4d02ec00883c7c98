import { requestLimits } from '../../schema/limits/request-limits.ts';
import type { GenerationOptions } from '../../schema/types.generated.ts';
import { checkRange, isWithin, quoted, refuse } from './input.ts';
import type { OfferedModel, ResolverSettings } from './resolver-settings.ts';

/** What the caller may set and the model is told; null where nothing was set. */
export interface CheckedOptions {
  model: string | null;
  maxTokens: number | null;
  temperature: number | null;
  topP: number | null;
  stopSequences: string[] | null;
  repair: boolean | null;
}

/** Absent and null come out the same, always in this order. */
const nothingSet: CheckedOptions = {
  model: null,
  maxTokens: null,
  temperature: null,
  topP: null,
  stopSequences: null,
  repair: null,
};

const samplingOptions: ('temperature' | 'topP')[] = ['temperature', 'topP'];

/** How many of temperature and topP a model takes, and what is said of one that is too many. */
const sampling = {
  NONE: { most: 0, beside: '', allowed: 'null, as this model takes none' },
  EITHER: { most: 1, beside: ' beside a temperature', allowed: 'one of the two with this model' },
  BOTH: { most: 2, beside: '', allowed: '' },
};

/** Refuses what cannot be meant, before any money is spent. */
export function checkedOptions(options: GenerationOptions, settings: ResolverSettings): CheckedOptions {
  const { id: _id, waitSeconds: _waitSeconds, ...settable } = options;
  const checked: CheckedOptions = { ...nothingSet, ...settable };
  const facts = offeredModel(checked.model ?? settings.defaultModel, settings.models);
  checkRange('options.maxTokens', checked.maxTokens, 1, facts.maxTokens ?? requestLimits.mostTokens);
  checkRange('options.temperature', checked.temperature, 0, 1);
  checkRange('options.topP', checked.topP, 0, 1);
  const { most, beside, allowed } = sampling[facts.sampling];
  const given = samplingOptions.filter((name) => checked[name] !== null);
  for (const surplus of given.slice(most)) refuse(`options.${surplus}`, `${checked[surplus]}${beside}`, allowed);
  return { ...checked, stopSequences: checkedStopSequences(checked.stopSequences ?? [], facts.takesStopSequences) };
}

function offeredModel(asked: string, models: OfferedModel[]): OfferedModel {
  const offered = models.find(({ id }) => id === asked);
  return offered ?? refuse('options.model', quoted(asked), models.map(({ id }) => quoted(id)).join(', '));
}

function checkedStopSequences(texts: string[], taken: boolean): string[] | null {
  const { stopSequences: most, stopSequenceUnits: longest } = requestLimits;
  if (texts.length > 0 && !taken) {
    refuse('options.stopSequences', `a list of ${texts.length}`, 'null, as this model takes none');
  }
  if (texts.length > most) refuse('options.stopSequences', `a list of ${texts.length}`, `at most ${most}`);
  for (const text of texts) {
    const { length } = text;
    if (!isWithin(length, 1 + length - text.trim().length, longest)) {
      const value = `with ${quoted(text)}, a text of ${length} UTF-16 units`;
      refuse('options.stopSequences', value, `1 to ${longest} units each, not only white space`);
    }
  }
  return texts.length > 0 ? texts : null;
}
