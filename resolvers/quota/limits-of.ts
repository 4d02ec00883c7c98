/** What somebody may use in a day, and have running at once; `NO_LIMIT`: as much as they like. */
export interface Limits {
  generations: number;
  tokens: number;
  running: number;
}

/** The limits of a deployment. */
export interface Quotas {
  /** Of each user and IAM identity. */
  user: Limits;
  /** Of all who share the API key. */
  key: Limits;
  /** Of the members of a group of the user pool, instead of `user`; of several that hold, the first. */
  plans: ({ group: string } & Limits)[];
  /** Most generations of everybody together in a day; `NO_LIMIT`: any number. */
  deployment: number;
}

interface Member {
  groups?: string[] | null;
}

/** The limits that hold for a caller, whose owner this is. */
export function limitsOf(owner: string, identity: unknown, { user, key, plans }: Quotas): Limits {
  if (owner === 'public') return key;
  const groups = (identity as Member).groups ?? [];
  return plans.find(({ group }) => groups.indexOf(group) >= 0) ?? user;
}
