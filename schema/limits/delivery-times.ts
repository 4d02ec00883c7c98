/** How often and for how long the worker's events are delivered. */
export const deliveries = {
  /** Lambda's own: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html. */
  retryDelaysMs: [60_000, 120_000],
  /** Lambda gives up an event that is older than this, in milliseconds. */
  eventAgeMs: 3_600_000,
  /** An alarm tells the operator of an event that is older than this, in milliseconds. */
  eventAgeAlarmMs: 300_000,
  /**
   * If a failed event could not be recorded, it stays hidden for this long, in milliseconds, and is received this
   * often at most.
   */
  visibilityMs: 120_000,
  receives: 10,
} as const;

/** The period over which the firewall counts requests and the alarms evaluate their metrics, in seconds. */
export const watchSeconds = 300;
