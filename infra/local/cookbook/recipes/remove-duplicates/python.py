"""Remove duplicates from a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def without_duplicates(items: Iterable[T]) -> list[T]:
    """Return each item once, in the order of its first appearance."""
    return list(dict.fromkeys(items))


def main() -> None:
    print(*without_duplicates([3, 1, 3, 2, 1]))
    print(*without_duplicates(["b", "a", "b", "A"]))


if __name__ == "__main__":
    main()
