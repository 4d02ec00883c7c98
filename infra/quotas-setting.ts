import type { Limits, Quotas } from '../resolvers/quota/limits-of.ts';
import { NO_LIMIT } from '../schema/limits/quota-limits.ts';

/** A description of the allowed values of the setting `quotas`. */
export const quotasAllowed =
  'a JSON object of user, key, plans and deployment, as in {"user":{"generations":500},"plans":{"team":{"tokens":null}},' +
  '"deployment":5000}, with generations, tokens and running each a whole number or null for no limit';

/** Quotas without any limit. */
export const noQuotas: Quotas = {
  user: { generations: NO_LIMIT, tokens: NO_LIMIT, running: NO_LIMIT },
  key: { generations: NO_LIMIT, tokens: NO_LIMIT, running: NO_LIMIT },
  plans: [],
  deployment: NO_LIMIT,
};

type Usual = Pick<Quotas, 'user' | 'key' | 'deployment'>;

/** Returns the default quotas, for a deployment that chose none. */
export function usualAs({ user, key, deployment }: Usual): Quotas {
  return { user, key, plans: [], deployment };
}

/**
 * Reads a quota setting. What it leaves out is as usual; what a plan leaves out is a user's. Undefined: it is not allowed.
 */
export function readQuotas(text: string, usual: Usual): Quotas | undefined {
  const given = objectOf(parsed(text), ['user', 'key', 'plans', 'deployment']);
  const user = given && limitsOver(given['user'] ?? {}, usual.user);
  const key = given && limitsOver(given['key'] ?? {}, usual.key);
  const plans = given && objectOf(given['plans'] ?? {});
  const deployment = given && numberOver(given['deployment'], usual.deployment);
  if (!user || !key || !plans || deployment === undefined) return undefined;
  const named = Object.entries(plans).map(([group, limits]) => ({ group, limits: limitsOver(limits, user) }));
  if (named.some(({ limits }) => !limits)) return undefined;
  return { user, key, plans: named.flatMap(({ group, limits }) => (limits ? [{ group, ...limits }] : [])), deployment };
}

function limitsOver(given: unknown, usual: Limits): Limits | undefined {
  const limits = objectOf(given, ['generations', 'tokens', 'running']);
  const generations = limits && numberOver(limits['generations'], usual.generations);
  const tokens = limits && numberOver(limits['tokens'], usual.tokens);
  const running = limits && numberOver(limits['running'], usual.running);
  if (generations === undefined || tokens === undefined || running === undefined) return undefined;
  return { generations, tokens, running };
}

/** The number that was given, of which null is no limit, the usual one when nothing was; undefined when it is not allowed. */
function numberOver(given: unknown, usual: number): number | undefined {
  if (given === undefined) return usual;
  if (given === null) return NO_LIMIT;
  return typeof given === 'number' && Number.isSafeInteger(given) && given >= 0 && given <= 1e9 ? given : undefined;
}

/** With no other names than these; undefined for what is no such object. */
function objectOf(value: unknown, names?: readonly string[]): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (names && Object.keys(value).some((name) => !names.includes(name))) return undefined;
  return value as Record<string, unknown>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
