"""Test whether a number is prime."""

from math import isqrt


def is_prime(number: int) -> bool:
    """Return whether number is prime, by trial division in O(sqrt(n)) time.

    Every prime above 3 is one less or one more than a multiple of 6, so only
    such divisors are tried.
    """
    if number < 2:
        return False
    if number < 4:
        return True
    if number % 2 == 0 or number % 3 == 0:
        return False
    return all(
        number % divisor != 0 and number % (divisor + 2) != 0
        for divisor in range(5, isqrt(number) + 1, 6)
    )


def main() -> None:
    for number in (-7, 0, 1, 2, 9, 25, 97, 561, 7919):
        print(f"{number} is {'prime' if is_prime(number) else 'not prime'}")


if __name__ == "__main__":
    main()
