"""Bubble sort."""

from __future__ import annotations


def bubble_sort(items: list[int]) -> None:
    """Sort the list in place.

    Each pass moves the largest remaining item to the end. A pass without a swap
    means that the list is sorted. Takes O(n^2) time.
    """
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            return


def main() -> None:
    numbers = [5, 3, 8, -1, 9, 2, 5, 0]
    print("before:", *numbers)
    bubble_sort(numbers)
    print("after:", *numbers)


if __name__ == "__main__":
    main()
