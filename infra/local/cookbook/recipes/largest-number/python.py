"""Find the largest number of a list."""

from __future__ import annotations


def largest(numbers: list[int]) -> int | None:
    """Return the largest number, or None for an empty list."""
    return max(numbers, default=None)


def main() -> None:
    for numbers in ([3, -1, 9, 4], [-5, -2], []):
        found = largest(numbers)
        print(f"largest of {len(numbers)} numbers: {'none' if found is None else found}")


if __name__ == "__main__":
    main()
