import { isDeepStrictEqual } from 'node:util';

/** The result of a handler, on this machine or on AWS. */
export interface Answer {
  readonly result: unknown;
  /** The message of the error that ended the handler, without its position in the code. */
  readonly error: string | undefined;
  /** The messages of the errors that it appended. */
  readonly appended: readonly string[];
  /** It is undefined if an error ended the handler, or if AWS does not return it. */
  readonly stash: unknown;
}

/**
 * How two answers stand to each other: `same`; `nulls`, when they differ only in whether a key that holds null is there,
 * on which nothing here depends; `different`.
 */
export type Comparison = 'same' | 'nulls' | 'different';

export function compareAnswers(one: Answer, other: Answer): Comparison {
  const tellsStash = one.stash !== undefined && other.stash !== undefined;
  const plain = (answer: Answer) => withoutChance(tellsStash ? answer : { ...answer, stash: undefined });
  const [here, there] = [plain(one), plain(other)];
  if (isDeepStrictEqual(here, there)) return 'same';
  return isDeepStrictEqual(withoutNulls(here), withoutNulls(there)) ? 'nulls' : 'different';
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const FOLDER = /code-output\/\d{4}-\d\d-\d\d\//g;
const CLOCK = /(^|\/)\d{6}-/g;

/**
 * What depends on neither the moment, nor chance, nor the order of keys: ids, times, places of files and what is left of a
 * wait by their kind, JSON texts as what they hold, the assignments of an update in order.
 */
export function withoutChance(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return textWithoutChance(value);
  if (typeof value === 'number') return isMoment(value) || key === 'waitMs' ? '<ms>' : value;
  if (Array.isArray(value)) return value.map((item) => withoutChance(item));
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, withoutChance(item, name)]),
  );
}

function textWithoutChance(text: string): unknown {
  if (text.startsWith('{')) {
    try {
      return withoutChance(JSON.parse(text));
    } catch {
      // It only looked like JSON.
    }
  }
  const terms = text.startsWith('SET ') ? text.slice(4).split(', ').sort() : [text];
  return terms
    .join(', ')
    .replace(UUID, '<id>')
    .replace(TIME, '<time>')
    .replace(FOLDER, 'code-output/<day>/')
    .replace(CLOCK, '$1<clock>-');
}

/** Whether a number is a time of this century in milliseconds since the epoch. */
export function isMoment(value: number): boolean {
  return value > 1_500_000_000_000 && value < 4_200_000_000_000;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([name, item]) => [name, withoutNulls(item)]),
  );
}
