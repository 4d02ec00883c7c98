"""A stack: the value added last is taken first."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    """All operations take O(1) time."""

    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, value: T) -> None:
        """Put a value on top."""
        self._items.append(value)

    def pop(self) -> T:
        """Take the value on top. Raises IndexError when the stack is empty."""
        if not self._items:
            raise IndexError("the stack is empty")
        return self._items.pop()

    def peek(self) -> T:
        """Return the value on top without taking it. Raises IndexError when the stack is empty."""
        if not self._items:
            raise IndexError("the stack is empty")
        return self._items[-1]

    def __len__(self) -> int:
        return len(self._items)


def main() -> None:
    stack: Stack[int] = Stack()
    for value in (1, 2, 3):
        stack.push(value)
    print("peek:", stack.peek())
    print("pop:", stack.pop())
    print("pop:", stack.pop())
    print("size:", len(stack))
    stack.pop()
    try:
        stack.pop()
    except IndexError as error:
        print("pop:", error)


if __name__ == "__main__":
    main()
