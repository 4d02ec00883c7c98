"""Factorial of a number."""


def factorial(n: int) -> int:
    """Return 1 * 2 * ... * n, which is 1 for 0.

    The standard library has the same as math.factorial.
    """
    if n < 0:
        raise ValueError(f"n must not be negative, not {n}")
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


def main() -> None:
    for n in (0, 1, 5, 10, 20):
        print(f"{n}! = {factorial(n)}")


if __name__ == "__main__":
    main()
