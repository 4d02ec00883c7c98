"""Prime numbers by the sieve of Eratosthenes."""

from __future__ import annotations

from math import isqrt


def primes_up_to(limit: int) -> list[int]:
    """Return all primes that are at most limit, in ascending order.

    Takes O(n log log n) time and O(n) space.
    """
    if limit < 2:
        return []
    is_prime = bytearray([1]) * (limit + 1)
    is_prime[0] = is_prime[1] = 0
    for number in range(2, isqrt(limit) + 1):
        if is_prime[number]:
            # Smaller multiples were crossed out by smaller primes.
            multiples = range(number * number, limit + 1, number)
            is_prime[multiples.start :: number] = bytes(len(multiples))
    return [number for number, prime in enumerate(is_prime) if prime]


def main() -> None:
    print(*primes_up_to(100))


if __name__ == "__main__":
    main()
