import type { SubscriptionFilter } from '../resolving/field-resolver.ts';

type Event = Record<string, unknown>;
export type EventTest = (event: Event) => boolean;

/** The limit of AppSync for one filter group. */
const MOST_FILTERS = 10;

/**
 * Which events a subscriber gets: those its resolver's filter lets pass (entries are alternatives, the filters of one
 * entry all hold), or, without one, those whose fields equal the arguments of the same names; an argument of null asks
 * for null (https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-enhanced-filtering.html).
 * @throws Error an operator that there is not, or more than 10 filters
 */
export function eventTest(filter: SubscriptionFilter | null, args: Record<string, unknown>): EventTest {
  if (!filter) {
    const wanted = Object.entries(args);
    return (event) => wanted.every(([name, value]) => (event[name] ?? null) === (value ?? null));
  }
  if (filter.filterGroup.length > MOST_FILTERS) {
    throw new Error(`The subscription has ${filter.filterGroup.length} filters; allowed are ${MOST_FILTERS}.`);
  }
  const entries = filter.filterGroup.map(({ filters }) => filters.map(singleTest));
  return (event) => entries.some((tests) => tests.every((test) => test(event)));
}

function singleTest({
  fieldName,
  operator,
  value,
}: SubscriptionFilter['filterGroup'][number]['filters'][number]): EventTest {
  const holds = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!holds)
    throw new Error(
      `A subscription filter has the operator ${operator}; allowed are ${Object.keys(operators).join(', ')}.`,
    );
  const path = fieldName.split('.');
  return (event) => holds(path.reduce<unknown>(property, event) ?? null, value);
}

/** Undefined also of what is no object: a text has no field `length`. */
function property(at: unknown, name: string): unknown {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Event)[name] : undefined;
}

const ordered = (compare: (difference: number) => boolean) => (field: unknown, value: unknown) => {
  if (typeof field === 'number' && typeof value === 'number') return compare(field - value);
  if (typeof field === 'string' && typeof value === 'string')
    return compare(field < value ? -1 : field > value ? 1 : 0);
  return false;
};
const contains = (field: unknown, value: unknown): boolean =>
  typeof field === 'string'
    ? typeof value === 'string' && field.includes(value)
    : Array.isArray(field) && field.includes(value);
const atLeast = ordered((difference) => difference >= 0);
const atMost = ordered((difference) => difference <= 0);
const isIn = (field: unknown, value: unknown): boolean => Array.isArray(value) && value.includes(field);

const operators: Record<string, (field: unknown, value: unknown) => boolean> = {
  eq: (field, value) => field === value,
  ne: (field, value) => field !== value,
  le: atMost,
  lt: ordered((difference) => difference < 0),
  ge: atLeast,
  gt: ordered((difference) => difference > 0),
  contains,
  notContains: (field, value) => !contains(field, value),
  beginsWith: (field, value) => typeof field === 'string' && typeof value === 'string' && field.startsWith(value),
  in: isIn,
  notIn: (field, value) => !isIn(field, value),
  between: (field, value) => Array.isArray(value) && atLeast(field, value[0]) && atMost(field, value[1]),
  containsAny: (field, value) => Array.isArray(value) && value.some((item) => contains(field, item)),
};
