/** How often and for how long the worker's events are delivered. */
export const deliveries = {
  /** Lambda's own: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html. */
  retryDelaysMs: [60_000, 120_000],
  /** An event that is older is given up. */
  eventAgeMs: 3_600_000,
  /** An operator is told of an event that is so old. */
  eventAgeAlarmMs: 300_000,
  /** How long an event that could not be recorded as failed stays hidden, and how often it is received at most. */
  visibilityMs: 120_000,
  receives: 10,
} as const;

/** Over how long the firewall counts requests, and the alarms count what they watch. */
export const watchSeconds = 300;
