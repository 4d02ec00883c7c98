"""Fibonacci numbers."""

from collections.abc import Iterator
from itertools import islice


def fibonacci_sequence() -> Iterator[int]:
    """Yield the Fibonacci numbers without end: 0, 1, 1, 2, 3, 5, ..."""
    current, following = 0, 1
    while True:
        yield current
        current, following = following, current + following


def fibonacci(n: int) -> int:
    """Return the n-th Fibonacci number, counted from fibonacci(0) = 0."""
    if n < 0:
        raise ValueError(f"n must not be negative, not {n}")
    return next(islice(fibonacci_sequence(), n, None))


def main() -> None:
    print(*islice(fibonacci_sequence(), 10))
    print(f"fibonacci(90) = {fibonacci(90)}")


if __name__ == "__main__":
    main()
