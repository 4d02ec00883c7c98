use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

/// Returns all vertices reachable from the start, nearest first.
///
/// The graph gives the neighbours of each vertex; a vertex that is not a key has
/// none. Cycles are fine. Takes O(vertices + edges) time.
fn breadth_first_search<V: Copy + Eq + Hash>(graph: &HashMap<V, Vec<V>>, start: V) -> Vec<V> {
    let mut seen = HashSet::from([start]);
    let mut queue = VecDeque::from([start]);
    let mut order = Vec::new();
    while let Some(vertex) = queue.pop_front() {
        order.push(vertex);
        for &neighbour in graph.get(&vertex).into_iter().flatten() {
            if seen.insert(neighbour) {
                queue.push_back(neighbour);
            }
        }
    }
    order
}

fn main() {
    let graph = HashMap::from([
        ("A", vec!["B", "C"]),
        ("B", vec!["D"]),
        ("C", vec!["D", "E"]),
        ("D", vec!["F"]),
        ("E", vec!["F"]),
        ("F", vec!["A"]),
    ]);
    println!("{}", breadth_first_search(&graph, "A").join(" "));
    println!("{}", breadth_first_search(&graph, "C").join(" "));
}
