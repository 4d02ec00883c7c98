/**
 * What an owner uses, one item of the table `Snippets` for each owner. Its key is no UUID and it has none of the keys of
 * the indexes, so that no list, no `snippet(id)` and no deletion reaches it. Everything in it is flat: DynamoDB makes an
 * attribute with the first number that is added to it, and would refuse to put something into a map that is not there
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html).
 * - `run:<snippet>`: a generation that has not been settled, see {@link OpenRun}; `running`: how many of these there are.
 * - `<counter>:<day>`: the counters of a day, see {@link Counter}.
 */
export type QuotaItem = Record<string, unknown>;

/** A generation that was let in and whose end is not counted yet. */
export interface OpenRun {
  /** 0: what a repeated claim of the same snippet adds to the counters. */
  none: number;
  /** Which call let it in. */
  by: string;
  /** When nothing can come of it any more, in milliseconds of the resolvers' clock. */
  until: number;
  /** The day it is charged to, as in 2026-11-25. */
  day: string;
  /** The tokens that are set aside for it. */
  tokens: number;
}

/** A run by its attribute. */
export interface NamedRun {
  name: string;
  run: OpenRun;
}

/**
 * What is counted by day: generations against the limit; how they ended; tokens read and written; tokens against the
 * limit, with those set aside; tokens whose price is known, and that price in billionths of a US dollar.
 */
export type Counter =
  'used' | 'completed' | 'failed' | 'cancelled' | 'read' | 'written' | 'tokens' | 'priced' | 'price';

/** The key of an owner's item. */
export function quotaId(owner: string): string {
  return `quota#${owner}`;
}

/** The key of the deployment's item, which has the counter `used` alone. */
export const deploymentQuotaId = 'quota';

/** The attribute of a running generation. */
export function runOf(id: string): string {
  return `run:${id}`;
}

/** A counter of an item; 0 where nothing was counted. */
export function counted(item: QuotaItem, counter: Counter, day: string): number {
  return (item[`${counter}:${day}`] as number | undefined) ?? 0;
}

/** The attributes and values of the generations that have not been settled. */
export function openRuns(item: QuotaItem): NamedRun[] {
  const names = Object.keys(item).filter((name) => name.startsWith('run:'));
  return names.sort().map((name) => ({ name, run: item[name] as OpenRun }));
}

/**
 * The runs that the next claim drops, because nothing can come of them any more: all of them but for so many that the claim
 * would be too large.
 */
export function deadRuns(item: QuotaItem, now: number): NamedRun[] {
  return openRuns(item)
    .filter(({ run }) => run.until < now)
    .slice(0, 20);
}
