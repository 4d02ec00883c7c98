/** For each node the lengths of the edges that leave it. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Dijkstra's algorithm: returns the length of the shortest path from `start` to each node it
 * reaches. The nearest node is looked for among all that are open, which suits graphs of some
 * thousand nodes.
 *
 * @throws RangeError for a negative length, with which the algorithm would be wrong
 */
export function shortestDistances(graph: Graph, start: string): Map<string, number> {
  const distances = new Map<string, number>();
  const open = new Map([[start, 0]]);
  while (open.size > 0) {
    const [node, distance] = [...open].reduce((best, next) => (next[1] < best[1] ? next : best));
    open.delete(node);
    distances.set(node, distance);
    for (const [neighbour, length] of graph.get(node) ?? []) {
      if (length < 0) throw new RangeError(`the edge ${node} -> ${neighbour} has the negative length ${length}`);
      const known = open.get(neighbour) ?? Infinity;
      if (!distances.has(neighbour) && distance + length < known) open.set(neighbour, distance + length);
    }
  }
  return distances;
}

function main(): void {
  const graph: Graph = new Map([
    ['A', new Map([['B', 4], ['C', 1]])],
    ['B', new Map([['D', 5]])],
    ['C', new Map([['B', 2], ['D', 8]])],
    ['D', new Map()],
    ['E', new Map([['A', 1]])],
  ]);
  const distances = shortestDistances(graph, 'A');
  for (const node of graph.keys()) console.log(`${node}: ${distances.get(node) ?? 'unreachable'}`);
}

main();
