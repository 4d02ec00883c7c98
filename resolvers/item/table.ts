/**
 * The table `Snippets`, as both hosts make it. All keys are strings. A list shows what lies in the one map that every index
 * carries, so that a new listed field changes no index: DynamoDB never changes the keys or the projection of one
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html), and makes or removes one in an update
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html). So the name of an index ends in
 * the version of its keys and projection; test/resolvers/item/table.test.ts says how one is replaced.
 */
export const table = {
  key: 'id',
  /** Of the layout of the rows: a data folder of another version is not opened. */
  version: 2,
  /** On demand, sorted by `createdAt`. */
  indexes: {
    byOwnerV2: { partition: 'owner', sort: 'createdAt' },
    byOwnerAndLanguageV2: { partition: 'ownerLanguage', sort: 'createdAt' },
    byParentV2: { partition: 'parentId', sort: 'createdAt' },
  },
  /** What the indexes carry beside the keys: the map of what a list shows. It does not change with a part. */
  projected: ['shown'],
} as const;

export type IndexName = keyof typeof table.indexes;
