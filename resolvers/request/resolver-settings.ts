import type { Model } from '../../schema/types.generated.ts';
import type { Quotas } from '../quota/limits-of.ts';

/** A model that is offered, and what a caller has to know of it: what `Query.models` tells, but for what follows from it. */
export type OfferedModel = Pick<Model, 'id' | 'sampling' | 'takesStopSequences'> & {
  maxTokens: number | null;
  inputPrice: number | null;
  outputPrice: number | null;
  /** Most tokens of an answer when the caller names no number; a usual one where the model's limit is not known. */
  usualTokens: number;
};

/** What the resolvers are told about where they run. Times are in milliseconds. */
export interface ResolverSettings {
  /** How long a claim holds without a part. */
  leaseMs: number;
  /** For how long something may come of a snippet that is recorded now. */
  expectedMs: number;
  /** By how much a claim prolongs that: more than its attempt takes. */
  claimMs: number;
  /** Days for which files are kept once they are stored; 0: for good. */
  fileDays: number;
  /** How many attempts a snippet may have. */
  maxAttempts: number;
  /** What callers may use. */
  quotas: Quotas;
  /** The models that are offered. */
  models: OfferedModel[];
  /** Id of the one of them that is asked when the caller names none. */
  defaultModel: string;
}

/**
 * The settings as `ctx.env` carries them: one JSON text, cut into the variables `SETTINGS_01`, `SETTINGS_02` and so on,
 * because AppSync takes at most 512 characters in one.
 */
export function settingsOf(env: Record<string, string>): ResolverSettings {
  const names = Object.keys(env).filter((name) => name.startsWith('SETTINGS_'));
  return JSON.parse(
    names
      .sort()
      .map((name) => env[name])
      .join(''),
  );
}
