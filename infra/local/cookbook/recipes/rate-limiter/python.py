"""A rate limiter: a token bucket."""

from __future__ import annotations

import time
from collections.abc import Callable


class RateLimiter:
    """Allows `rate` calls a second on average, and up to `burst` at once.

    The bucket fills with `rate` tokens a second up to `burst`; each call takes one.
    """

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        if rate <= 0 or burst < 1:
            raise ValueError("rate must be above 0 and burst at least 1")
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._tokens = float(burst)
        self._filled_at = clock()

    def allow(self) -> bool:
        """Return whether a call is allowed now, and count it if so."""
        now = self._clock()
        self._tokens = min(self._burst, self._tokens + (now - self._filled_at) * self._rate)
        self._filled_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


def main() -> None:
    now = 0.0
    limiter = RateLimiter(rate=2, burst=3, clock=lambda: now)
    for now in (0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 2.0):
        print(f"at {now:.1f} s: {'allowed' if limiter.allow() else 'refused'}")


if __name__ == "__main__":
    main()
