/** How `await-snippet` looks for the end of a snippet. */
export const polls = {
  most: 30,
  firstPauseMs: 500,
  /** Each pause is so many times the one before. */
  growth: 1.1,
  longestPauseMs: 1_000,
  /** How long after the wait is over a call that still runs may take; its answer is read again in any case. */
  graceMs: 100,
} as const;

/** How long a watcher hears nothing before it asks for the snippet. */
export const silenceMs = 10_000;
