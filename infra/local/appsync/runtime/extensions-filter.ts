import type { SubscriptionFilter } from '../resolving/field-resolver.ts';

type Conditions = Record<string, unknown>;
type Filters = SubscriptionFilter['filterGroup'][number]['filters'];

/**
 * `util.transform.toSubscriptionFilter`: fields of one level are joined by AND, several operators on one field by OR,
 * written out as groups. With rules every group is repeated once for each rule, so that one of them has to hold.
 */
export function toSubscriptionFilter(
  conditions: Conditions,
  ignored: readonly string[] = [],
  rules: Conditions = {},
): SubscriptionFilter {
  const left = new Set(ignored);
  const kept = Object.fromEntries(Object.entries(conditions).filter(([name]) => !left.has(name)));
  const groups = alternatives(kept);
  const strict = Object.entries(rules).flatMap(([name, rule]) => fieldAlternatives(name, rule));
  const all = strict.length > 0 ? strict.flatMap((rule) => groups.map((group) => [...group, ...rule])) : groups;
  return { filterGroup: all.map((filters) => ({ filters })) };
}

/** The conditions as an OR of ANDs. */
function alternatives(conditions: Conditions): Filters[] {
  let groups: Filters[] = [[]];
  for (const [name, value] of Object.entries(conditions)) {
    if (value === null || value === undefined) continue;
    groups = product(groups, alternativesOf(name, value));
  }
  return groups;
}

function alternativesOf(name: string, value: unknown): Filters[] {
  if (name === 'or') return (value as Conditions[]).flatMap(alternatives);
  if (name === 'and') return (value as Conditions[]).map(alternatives).reduce(product, [[]]);
  return fieldAlternatives(name, value);
}

function fieldAlternatives(fieldName: string, operators: unknown): Filters[] {
  return Object.entries(operators as Conditions).map(([operator, value]) => [{ fieldName, operator, value }]);
}

function product(some: Filters[], others: Filters[]): Filters[] {
  return some.flatMap((one) => others.map((other) => [...one, ...other]));
}
