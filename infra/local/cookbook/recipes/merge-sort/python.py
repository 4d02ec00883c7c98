"""Merge sort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar


class Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=Comparable)


def merge_sort(items: Sequence[T]) -> list[T]:
    """Return a new list of the items in ascending order.

    Stable: equal items keep their order. Takes O(n log n) time, O(n) space.
    """
    if len(items) < 2:
        return list(items)
    middle = len(items) // 2
    return merge(merge_sort(items[:middle]), merge_sort(items[middle:]))


def merge(left: Sequence[T], right: Sequence[T]) -> list[T]:
    """Return the items of two sorted sequences as one sorted list."""
    merged: list[T] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def main() -> None:
    print(*merge_sort([5, 3, 8, -1, 9, 2, 5, 0]))
    print(*merge_sort(["pear", "fig", "apple", "kiwi"]))


if __name__ == "__main__":
    main()
