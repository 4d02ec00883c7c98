"""Depth-first search on a graph."""

from __future__ import annotations


def depth_first_search(graph: dict[str, list[str]], start: str) -> list[str]:
    """Return the nodes that can be reached from start, each before its neighbours.

    The nodes still to be visited wait on a stack of our own, so that a deep graph
    does not run into the limit of recursion.
    """
    visited: dict[str, None] = {}  # a dict keeps the order
    stack = [start]
    while stack:
        node = stack.pop()
        if node in visited:
            continue
        visited[node] = None
        stack.extend(reversed(graph.get(node, [])))
    return list(visited)


def main() -> None:
    graph = {
        "A": ["B", "C"],
        "B": ["D"],
        "C": ["D", "E"],
        "D": ["F"],
        "E": ["F"],
        "F": ["A"],
    }
    print(*depth_first_search(graph, "A"))
    print(*depth_first_search(graph, "C"))


if __name__ == "__main__":
    main()
