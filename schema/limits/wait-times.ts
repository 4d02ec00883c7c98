/** How `await-snippet` reads the status of a snippet until it ends. */
export const polls = {
  most: 30,
  firstPauseMs: 500,
  /** Each pause is longer than the one before by this factor. */
  growth: 1.1,
  longestPauseMs: 1_000,
  /**
   * When the wait is over, a call that is still running may take this much longer. The snippet is read again anyway.
   */
  graceMs: 100,
} as const;

/** If a client that watches a snippet receives no event for this long, in milliseconds, it reads the snippet. */
export const silenceMs = 10_000;
