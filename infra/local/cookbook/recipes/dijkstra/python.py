"""Dijkstra's shortest paths in a graph whose edges have lengths."""

from __future__ import annotations

from heapq import heappop, heappush


def shortest_distances(graph: dict[str, dict[str, int]], start: str) -> dict[str, int]:
    """Return the length of the shortest path from start to each node it reaches.

    The graph gives for each node the lengths of the edges that leave it.
    Raises ValueError for a negative length, with which the algorithm would be wrong.
    """
    distances: dict[str, int] = {}
    queue = [(0, start)]
    while queue:
        distance, node = heappop(queue)
        if node in distances:
            continue  # a shorter path came first
        distances[node] = distance
        for neighbour, length in graph.get(node, {}).items():
            if length < 0:
                raise ValueError(f"the edge {node} -> {neighbour} has the negative length {length}")
            if neighbour not in distances:
                heappush(queue, (distance + length, neighbour))
    return distances


def main() -> None:
    graph = {
        "A": {"B": 4, "C": 1},
        "B": {"D": 5},
        "C": {"B": 2, "D": 8},
        "D": {},
        "E": {"A": 1},
    }
    distances = shortest_distances(graph, "A")
    for node in graph:
        print(f"{node}: {distances.get(node, 'unreachable')}")


if __name__ == "__main__":
    main()
