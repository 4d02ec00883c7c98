/** How an attempt keeps its snippet. A deployment may choose its lease between the least and the most. */
export const lease = {
  usualMs: 45_000,
  leastMs: 25_000,
  mostMs: 55_000,
  /** After how long without a part it is renewed. */
  renewAfterMs: 5_000,
} as const;
