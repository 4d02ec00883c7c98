"""Quicksort, in place."""

from __future__ import annotations

from collections.abc import MutableSequence
from typing import Any, Protocol, TypeVar


class Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=Comparable)


def quicksort(items: MutableSequence[T]) -> None:
    """Sort items in place, in ascending order.

    Takes O(n log n) comparisons on average and O(log n) extra space: the
    smaller side is sorted by recursion, the larger one by the loop. Equal items
    are gathered in the middle, so many duplicates do no harm.
    """

    def sort(low: int, high: int) -> None:
        while low < high:
            pivot = items[(low + high) // 2]
            smaller, current, larger = low, low, high
            while current <= larger:
                if items[current] < pivot:
                    items[smaller], items[current] = items[current], items[smaller]
                    smaller += 1
                    current += 1
                elif pivot < items[current]:
                    items[current], items[larger] = items[larger], items[current]
                    larger -= 1
                else:
                    current += 1
            if smaller - low < high - larger:
                sort(low, smaller - 1)
                low = larger + 1
            else:
                sort(larger + 1, high)
                high = smaller - 1

    sort(0, len(items) - 1)


def main() -> None:
    numbers = [5, 3, 8, -1, 9, 2, 5, 0]
    print("before:", *numbers)
    quicksort(numbers)
    print("after:", *numbers)


if __name__ == "__main__":
    main()
