/** The table `Snippets`, as both hosts make it. All attributes named here are strings. */
export const table = {
  key: 'id',
  /** On demand, sorted by `createdAt`, with the attributes that a list shows: none that changes with a part. */
  indexes: {
    byOwner: { partition: 'owner', sort: 'createdAt' },
    byOwnerAndLanguage: { partition: 'ownerLanguage', sort: 'createdAt' },
    byParent: { partition: 'parentId', sort: 'createdAt' },
  },
  listed: [
    'owner',
    'language',
    'instruction',
    'model',
    'status',
    'objectKey',
    'fileName',
    'attempts',
    'truncated',
    'usage',
    'modelCalls',
    'failure',
    'parentId',
    'updatedAt',
    'completedAt',
  ],
} as const;
