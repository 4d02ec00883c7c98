"""Two sum: find two numbers that add up to a target."""

from __future__ import annotations


def two_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Return the indices of two numbers whose sum is target, or None.

    One pass: for each number, its partner is looked up among those before it. O(n) time.
    """
    index_of: dict[int, int] = {}
    for index, number in enumerate(numbers):
        if target - number in index_of:
            return index_of[target - number], index
        index_of[number] = index
    return None


def main() -> None:
    for numbers, target in (([2, 7, 11, 15], 9), ([3, 2, 4], 6), ([3, 3], 6), ([1, 2], 7)):
        found = two_sum(numbers, target)
        print(f"target {target}: {'none' if found is None else f'{found[0]} and {found[1]}'}")


if __name__ == "__main__":
    main()
