"""A to-do list."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Task:
    text: str
    done: bool = False


@dataclass
class TodoList:
    tasks: list[Task] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add a task. Raises ValueError for a blank text."""
        if not text.strip():
            raise ValueError("the text of a task must not be blank")
        self.tasks.append(Task(text.strip()))

    def finish(self, number: int) -> None:
        """Mark a task as done; numbers begin at 1. Raises IndexError when there is no such task."""
        self._at(number).done = True

    def remove(self, number: int) -> None:
        """Remove a task; the numbers of those behind it move up."""
        self.tasks.remove(self._at(number))

    def _at(self, number: int) -> Task:
        if not 1 <= number <= len(self.tasks):
            raise IndexError(f"there is no task {number}, only 1 to {len(self.tasks)}")
        return self.tasks[number - 1]

    def __str__(self) -> str:
        rows = [f"{number}. [{'x' if task.done else ' '}] {task.text}" for number, task in enumerate(self.tasks, 1)]
        left = sum(not task.done for task in self.tasks)
        return "\n".join([*rows, f"{left} of {len(self.tasks)} left"])


def main() -> None:
    todo = TodoList()
    for text in ("buy milk", "write code", "sleep"):
        todo.add(text)
    todo.finish(1)
    todo.remove(3)
    print(todo)


if __name__ == "__main__":
    main()
