/**
 * Returns all vertices reachable from the start, nearest first.
 *
 * The graph is a Map from each vertex to its neighbours; a vertex that is not a
 * key has none. Cycles are fine. Takes O(vertices + edges) time.
 */
function breadthFirstSearch(graph, start) {
  const seen = new Set([start]);
  const order = [start];
  // The loop also visits what is added while it runs: the order is the queue.
  for (const vertex of order) {
    for (const neighbour of graph.get(vertex) ?? []) {
      if (!seen.has(neighbour)) {
        seen.add(neighbour);
        order.push(neighbour);
      }
    }
  }
  return order;
}

function main() {
  const graph = new Map([
    ['A', ['B', 'C']],
    ['B', ['D']],
    ['C', ['D', 'E']],
    ['D', ['F']],
    ['E', ['F']],
    ['F', ['A']],
  ]);
  console.log(breadthFirstSearch(graph, 'A').join(' '));
  console.log(breadthFirstSearch(graph, 'C').join(' '));
}

main();
