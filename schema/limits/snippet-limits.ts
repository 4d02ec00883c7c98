/** The limits of one snippet. */
export const snippetLimits = {
  /** How many attempts a snippet may have. */
  attempts: 3,
  /**
   * The largest size of the code in bytes of UTF-8. With it the event of a completed snippet fits into
   * `appSync.eventBytes`.
   */
  codeBytes: 98_304,
  modelMessageUnits: 500,
  causeUnits: 500,
} as const;

/** How long an unfinished snippet may make progress. Afterwards it counts as timed out. */
export const expectation = {
  /** The time from the moment when the snippet is recorded. */
  expectedMs: 5_700_000,
  /** The time that each claim adds. An attempt cannot take longer. */
  claimMs: 960_000,
} as const;
