/** What one snippet may come to. */
export const snippetLimits = {
  /** How often the worker may begin. */
  attempts: 3,
  /** In UTF-8, so that the completed event fits into `appSync.eventBytes`. */
  codeBytes: 98_304,
  modelMessageUnits: 500,
  causeUnits: 500,
} as const;

/** For how long something may come of a snippet; then it counts as timed out. */
export const expectation = {
  /** From when it is recorded. */
  expectedMs: 5_700_000,
  /** More with each claim, which is more than its attempt can take. */
  claimMs: 960_000,
} as const;
