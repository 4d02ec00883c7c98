"""Greatest common divisor by Euclid's algorithm."""


def gcd(a: int, b: int) -> int:
    """Return the greatest common divisor of a and b, never negative.

    gcd(a, 0) is the absolute value of a, and gcd(0, 0) is 0. The standard
    library has the same as math.gcd.
    """
    while b != 0:
        a, b = b, a % b
    return abs(a)


def main() -> None:
    for a, b in ((48, 18), (17, 5), (0, 9), (-12, 30), (0, 0)):
        print(f"gcd({a}, {b}) = {gcd(a, b)}")


if __name__ == "__main__":
    main()
