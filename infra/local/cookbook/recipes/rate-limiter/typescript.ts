/**
 * Allows `rate` calls a second on average, and up to `burst` at once.
 *
 * The bucket fills with `rate` tokens a second up to `burst`; each call takes one.
 */
export class RateLimiter {
  readonly #rate: number;
  readonly #burst: number;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  /** @param now the time in milliseconds, from any beginning, never going back */
  constructor(rate: number, burst: number, now: () => number = () => performance.now()) {
    if (!(rate > 0) || !(burst >= 1)) throw new RangeError('rate must be above 0 and burst at least 1');
    this.#rate = rate;
    this.#burst = burst;
    this.#now = now;
    this.#tokens = burst;
    this.#filledAt = now();
  }

  /** Returns whether a call is allowed now, and counts it if so. */
  allow(): boolean {
    const now = this.#now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#rate);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

function main(): void {
  let now = 0;
  const limiter = new RateLimiter(2, 3, () => now);
  for (const seconds of [0, 0, 0, 0, 0.5, 0.5, 2]) {
    now = seconds * 1000;
    console.log(`at ${seconds.toFixed(1)} s: ${limiter.allow() ? 'allowed' : 'refused'}`);
  }
}

main();
