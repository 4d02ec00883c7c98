import { table } from '../../../resolvers/item/table.ts';

/** Keys, indexes and projections of a table, as a release had them. */
export interface TableLayout {
  readonly key: string;
  readonly indexes: Readonly<Record<string, IndexLayout>>;
}

interface IndexLayout {
  readonly partition: string;
  readonly sort: string;
  readonly projected: readonly string[];
}

const RULE =
  'DynamoDB changes no key and no projection of an index, and makes or removes one index in an update. So it takes two' +
  ' deployments: in the first add the index under its next version beside the old one, and wait until it is filled; in' +
  ' the second ask the new one and remove the old one. Then record the layout anew, in test/support/recorded.';

/** The layout that resolvers/item/table.ts has now. */
export function layoutNow(): TableLayout {
  const indexes = Object.entries(table.indexes).map(([name, keys]) => [name, { ...keys, projected: table.projected }]);
  return { key: table.key, indexes: Object.fromEntries(indexes) as TableLayout['indexes'] };
}

/** What a deployment of the one layout over the other would fail at, or lose: a sentence each. */
export function layoutFaults(recorded: TableLayout, now: TableLayout): string[] {
  const names = [...new Set([...Object.keys(recorded.indexes), ...Object.keys(now.indexes)])];
  const different = names.filter((name) => !same(recorded.indexes[name], now.indexes[name]));
  const changed = different.filter((name) => recorded.indexes[name] && now.indexes[name]);
  const cameOrWent = different.length - changed.length;
  return [
    ...(recorded.key === now.key ? [] : [`The key of the table changed, so that the deployment makes an empty table.`]),
    ...changed.map((name) => `The index ${name} changed under its name. ${RULE}`),
    ...(cameOrWent <= 1 ? [] : [`${cameOrWent} indexes came or went at once. ${RULE}`]),
  ];
}

function same(one: IndexLayout | undefined, other: IndexLayout | undefined): boolean {
  const text = (index?: IndexLayout) =>
    index && JSON.stringify([index.partition, index.sort, [...index.projected].sort()]);
  return text(one) === text(other);
}
