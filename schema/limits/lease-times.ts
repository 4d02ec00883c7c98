/**
 * The times of a lease, by which an attempt holds its snippet. A deployment may choose a duration between `leastMs`
 * and `mostMs`.
 */
export const lease = {
  usualMs: 45_000,
  leastMs: 25_000,
  mostMs: 55_000,
  /** If no part was sent for this long, the lease is renewed without a part. */
  renewAfterMs: 5_000,
} as const;
