/** The half of a year for which one API key is made, and the expiry of that key. */
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
  return periodAt(now.getUTCFullYear(), now.getUTCMonth() < 6 ? 0 : 1);
}

/** The time at which a notice says that the key of a period is about to expire. */
export interface KeyNotice {
  readonly period: ApiKeyPeriod;
  readonly at: Date;
}

const DAY_MS = 86_400_000;
const NOTICE_DAYS = 30;

/**
 * The notices that are still to come: of the key of this half-year, and of the one before, which callers may still use. One
 * that is less than a day away is left out, since EventBridge Scheduler refuses a time that is past
 * (https://github.com/DefangLabs/pulumi-defang/issues/425).
 */
export function keyNotices(now: Date): KeyNotice[] {
  const year = now.getUTCFullYear();
  const earlier = now.getUTCMonth() < 6 ? periodAt(year - 1, 1) : periodAt(year, 0);
  return [earlier, apiKeyPeriod(now)]
    .map((period) => ({ period, at: new Date(+period.expires - NOTICE_DAYS * DAY_MS) }))
    .filter(({ at }) => +at - +now >= DAY_MS);
}

function periodAt(year: number, half: 0 | 1): ApiKeyPeriod {
  return { name: `${year}H${half + 1}`, expires: new Date(Date.UTC(year, half * 6 + 11, 1)) };
}
