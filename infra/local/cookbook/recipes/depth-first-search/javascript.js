/**
 * Returns the nodes that can be reached from `start`, each before its neighbours.
 *
 * The nodes still to be visited wait on a stack of our own, so that a deep graph
 * does not run into the limit of recursion.
 */
function depthFirstSearch(graph, start) {
  const visited = new Set();
  const stack = [start];
  while (stack.length > 0) {
    const node = stack.pop();
    if (visited.has(node)) continue;
    visited.add(node);
    stack.push(...[...(graph.get(node) ?? [])].reverse());
  }
  return [...visited];
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
  console.log(...depthFirstSearch(graph, 'A'));
  console.log(...depthFirstSearch(graph, 'C'));
}

main();
