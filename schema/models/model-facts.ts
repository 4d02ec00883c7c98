import { claudeModels } from './claude-models.ts';
import type { ModelRow } from './model-row.ts';
import { otherModels } from './other-models.ts';
import { modelOfProfile, profilePrefix } from './profile-prefixes.ts';

/** All known models. Each row names the public page on which its facts were read. */
export const modelRows: readonly ModelRow[] = [...claudeModels, ...otherModels];

/** The program book of the local host, which costs nothing. */
const cookbook = { sampling: 'NONE', stopSequences: true, thinking: 'never', maxTokens: null } as const;

/** A model of a maker whose other models take what Converse offers, or one on this machine. */
const unknown = { sampling: 'BOTH', stopSequences: true, thinking: 'never', maxTokens: null } as const;

/** What a model takes. */
export type ModelFacts = Pick<ModelRow, 'sampling' | 'stopSequences' | 'thinking' | 'maxTokens'>;

/** Returns the facts about a model, by its id or by the id of a system-defined inference profile. */
export function modelFacts(id: string): ModelFacts {
  return id === 'cookbook' ? cookbook : (modelRow(id) ?? unknown);
}

/** Returns the most specific row for this id, or undefined if there is none. */
export function modelRow(id: string): ModelRow | undefined {
  const model = modelOfProfile(id);
  const fitting = modelRows.filter(({ begins }) => model.startsWith(begins) && !isVersion(model.slice(begins.length)));
  return fitting.sort((one, other) => other.begins.length - one.begins.length)[0];
}

/** Whether what follows makes another model of it, as `-5` does of `claude-opus-5`; a date or `-v1:0` does not. */
function isVersion(rest: string): boolean {
  return /^[-.]\d{1,2}(?:$|[-.])/.test(rest);
}

/** US dollars for a million tokens that a model reads, and for a million that it writes. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/** Returns the price of tokens if this id is called from the region, or null if no public page gives it. */
export function modelPrice(id: string, region: string): TokenPrice | null {
  if (id === 'cookbook') return { input: 0, output: 0 };
  const { prices } = modelRow(id) ?? { prices: null };
  const prefix = profilePrefix(id);
  const pair =
    prefix === 'global'
      ? prices?.global
      : prefix !== undefined
        ? prices?.geography
        : region.startsWith('us-')
          ? prices?.inUnitedStates
          : prices?.elsewhere;
  return pair ? { input: pair[0], output: pair[1] } : null;
}
