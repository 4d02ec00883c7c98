"""A singly linked list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Node(Generic[T]):
    value: T
    next: Node[T] | None = None


class LinkedList(Generic[T]):
    """Holds values in the order in which they were added."""

    def __init__(self) -> None:
        self._head: Node[T] | None = None

    def prepend(self, value: T) -> None:
        """Add a value at the beginning. O(1) time."""
        self._head = Node(value, self._head)

    def append(self, value: T) -> None:
        """Add a value at the end. O(n) time."""
        if self._head is None:
            self._head = Node(value)
            return
        node = self._head
        while node.next is not None:
            node = node.next
        node.next = Node(value)

    def remove(self, value: T) -> bool:
        """Remove the first node with this value; return whether there was one."""
        before: Node[T] | None = None
        node = self._head
        while node is not None:
            if node.value == value:
                if before is None:
                    self._head = node.next
                else:
                    before.next = node.next
                return True
            before, node = node, node.next
        return False

    def __iter__(self) -> Iterator[T]:
        node = self._head
        while node is not None:
            yield node.value
            node = node.next

    def __str__(self) -> str:
        return " -> ".join(map(str, self)) or "(empty)"


def main() -> None:
    items: LinkedList[int] = LinkedList()
    print(items)
    for value in (1, 2, 3):
        items.append(value)
    items.prepend(0)
    print(items)
    print("removed 2:", "yes" if items.remove(2) else "no")
    print("removed 9:", "yes" if items.remove(9) else "no")
    print(items)


if __name__ == "__main__":
    main()
