/** The half of a year for which one API key is made, and when that key ends. */
export interface ApiKeyPeriod {
  /** `2026H2`. */
  readonly name: string;
  /**
   * Eleven months after the first day of the half, so that a key lives on for five months after its half, and never the
   * 365 days that AppSync takes at most, whenever in the half it is made.
   */
  readonly expires: Date;
}

/** The period in which a deployment happens. */
export function apiKeyPeriod(now: Date): ApiKeyPeriod {
  const year = now.getUTCFullYear();
  const half = now.getUTCMonth() < 6 ? 0 : 1;
  return { name: `${year}H${half + 1}`, expires: new Date(Date.UTC(year, half * 6 + 11, 1)) };
}
