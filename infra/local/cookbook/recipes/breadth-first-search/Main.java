import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

final class Main {
    /**
     * Returns all vertices reachable from the start, nearest first.
     *
     * <p>The graph gives the neighbours of each vertex; a vertex that is not a key has none. Cycles
     * are fine. Takes O(vertices + edges) time.
     */
    static <V> List<V> breadthFirstSearch(Map<V, List<V>> graph, V start) {
        Set<V> seen = new HashSet<>();
        List<V> order = new ArrayList<>();
        Queue<V> queue = new ArrayDeque<>();
        seen.add(start);
        queue.add(start);
        while (!queue.isEmpty()) {
            V vertex = queue.remove();
            order.add(vertex);
            for (V neighbour : graph.getOrDefault(vertex, List.of())) {
                if (seen.add(neighbour)) {
                    queue.add(neighbour);
                }
            }
        }
        return order;
    }

    public static void main(String[] args) {
        Map<String, List<String>> graph =
                Map.of(
                        "A", List.of("B", "C"),
                        "B", List.of("D"),
                        "C", List.of("D", "E"),
                        "D", List.of("F"),
                        "E", List.of("F"),
                        "F", List.of("A"));
        System.out.println(String.join(" ", breadthFirstSearch(graph, "A")));
        System.out.println(String.join(" ", breadthFirstSearch(graph, "C")));
    }
}
