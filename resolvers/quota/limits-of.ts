/** The limits of one owner: per day, and for generations that run at the same time. `NO_LIMIT` stands for no limit. */
export interface Limits {
  generations: number;
  tokens: number;
  running: number;
}

/** The limits of a deployment. */
export interface Quotas {
  /** The limits of each user and each IAM identity. */
  user: Limits;
  /** The limits that all callers with the API key share. */
  key: Limits;
  /**
   * The limits for members of a group of the user pool. They replace `user`. If a user is a member of several groups,
   * the first one counts.
   */
  plans: ({ group: string } & Limits)[];
  /** How many generations all owners together may request in a day. `NO_LIMIT` stands for no limit. */
  deployment: number;
}

interface Member {
  groups?: string[] | null;
}

/** Returns the limits that apply to the caller with this owner. */
export function limitsOf(owner: string, identity: unknown, { user, key, plans }: Quotas): Limits {
  if (owner === 'public') return key;
  const groups = (identity as Member).groups ?? [];
  return plans.find(({ group }) => groups.indexOf(group) >= 0) ?? user;
}
