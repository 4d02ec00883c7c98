"""A binary search tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass
class Node:
    value: int
    left: Node | None = None
    right: Node | None = None


class BinarySearchTree:
    """Holds each value once: smaller ones to the left, larger ones to the right.

    Inserting and finding take O(height) time: O(log n) for values in random order.
    """

    def __init__(self) -> None:
        self._root: Node | None = None

    def insert(self, value: int) -> bool:
        """Add a value; return False when it is there already."""
        if self._root is None:
            self._root = Node(value)
            return True
        node = self._root
        while value != node.value:
            child = node.left if value < node.value else node.right
            if child is None:
                if value < node.value:
                    node.left = Node(value)
                else:
                    node.right = Node(value)
                return True
            node = child
        return False

    def __contains__(self, value: int) -> bool:
        node = self._root
        while node is not None and node.value != value:
            node = node.left if value < node.value else node.right
        return node is not None

    def __iter__(self) -> Iterator[int]:
        """Yield the values from the smallest to the largest."""
        path: list[Node] = []
        node = self._root
        while path or node is not None:
            while node is not None:
                path.append(node)
                node = node.left
            node = path.pop()
            yield node.value
            node = node.right


def main() -> None:
    tree = BinarySearchTree()
    for value in (8, 3, 10, 1, 6, 4):
        tree.insert(value)
    print("in order:", *tree)
    print("inserted 6 again:", "yes" if tree.insert(6) else "no")
    print("contains 4:", "yes" if 4 in tree else "no")
    print("contains 7:", "yes" if 7 in tree else "no")


if __name__ == "__main__":
    main()
