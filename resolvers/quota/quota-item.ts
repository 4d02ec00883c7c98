/**
 * What an owner uses, one item of the table `Snippets` for each owner. Its key is no UUID and it has none of the keys of
 * the indexes, so that no list, no `snippet(id)` and no deletion reaches it. Everything in it is flat: DynamoDB makes an
 * attribute with the first number that is added to it, and would refuse to put something into a map that is not there
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html).
 * - `run:<snippet>`: a generation that has not been settled, see {@link OpenRun}; `running`: how many of these there are.
 * - `<counter>:<day>`: the counters of a day, see {@link Counter}.
 */
export type QuotaItem = Record<string, unknown>;

/** A generation that was admitted and whose end has not been counted yet. */
export interface OpenRun {
  /** Always 0. A repeated claim of the same snippet adds this number to the counters. */
  none: number;
  /** The id of the call that admitted it. */
  by: string;
  /** The time after which it can make no progress, in milliseconds since 1970. */
  until: number;
  /** The UTC day to which it is charged, such as 2026-11-25. */
  day: string;
  /** The number of tokens that are reserved for it. */
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

/** Returns the key of the item with an owner's usage. */
export function quotaId(owner: string): string {
  return `quota#${owner}`;
}

/** The key of the item with the usage of the whole deployment. It has only the counter `used`. */
export const deploymentQuotaId = 'quota';

/** Returns the name of the attribute of a running generation. */
export function runOf(id: string): string {
  return `run:${id}`;
}

/** Returns a counter of an item, or 0 if nothing was counted. */
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
