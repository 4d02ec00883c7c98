"""Breadth-first search in a graph."""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

V = TypeVar("V", bound=Hashable)


def breadth_first_search(graph: Mapping[V, Iterable[V]], start: V) -> list[V]:
    """Return all vertices reachable from start, nearest first.

    graph gives the neighbours of each vertex; a vertex that is not a key has
    none. Cycles are fine. Takes O(vertices + edges) time.
    """
    seen = {start}
    order: list[V] = []
    queue = deque([start])
    while queue:
        vertex = queue.popleft()
        order.append(vertex)
        for neighbour in graph.get(vertex, ()):
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(neighbour)
    return order


def main() -> None:
    graph = {
        "A": ["B", "C"],
        "B": ["D"],
        "C": ["D", "E"],
        "D": ["F"],
        "E": ["F"],
        "F": ["A"],
    }
    print(*breadth_first_search(graph, "A"))
    print(*breadth_first_search(graph, "C"))


if __name__ == "__main__":
    main()
