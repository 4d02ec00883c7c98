"""Binary search in a sorted sequence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar


class Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=Comparable)


def binary_search(items: Sequence[T], target: T) -> int | None:
    """Return the index of the first item equal to target, or None.

    items must be in ascending order. Takes O(log n) comparisons.
    """
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle
    return low if low < len(items) and items[low] == target else None


def main() -> None:
    numbers = [2, 3, 5, 7, 11, 13, 17, 19]
    for target in (7, 2, 19, 4, 23):
        index = binary_search(numbers, target)
        print(f"{target}: {'not found' if index is None else f'index {index}'}")


if __name__ == "__main__":
    main()
