"""Reverse a singly linked list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Optional, TypeVar

T = TypeVar("T")


@dataclass
class Node(Generic[T]):
    """One node of a singly linked list; the empty list is None."""

    value: T
    next: Optional[Node[T]] = None


def reverse(head: Node[T] | None) -> Node[T] | None:
    """Reverse the list in place and return its new head.

    Takes O(n) time and O(1) space.
    """
    reversed_head: Node[T] | None = None
    while head is not None:
        rest = head.next
        head.next = reversed_head
        reversed_head = head
        head = rest
    return reversed_head


def from_values(values: Iterable[T]) -> Node[T] | None:
    """Return a list of the values, in their order."""
    head: Node[T] | None = None
    for value in reversed(list(values)):
        head = Node(value, head)
    return head


def values_of(head: Node[T] | None) -> Iterator[T]:
    """Yield the values of the list, first to last."""
    while head is not None:
        yield head.value
        head = head.next


def show(head: Node[T] | None) -> str:
    return " -> ".join(str(value) for value in values_of(head)) or "(empty)"


def main() -> None:
    numbers = from_values([1, 2, 3, 4])
    print(show(numbers))
    print(show(reverse(numbers)))
    print(show(reverse(None)))


if __name__ == "__main__":
    main()
