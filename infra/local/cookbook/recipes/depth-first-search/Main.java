import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class Main {
    /**
     * Returns the nodes that can be reached from the start, each before its neighbours. The nodes
     * still to be visited wait on a stack of our own, so that a deep graph does not overflow.
     */
    static List<String> depthFirstSearch(Map<String, List<String>> graph, String start) {
        Set<String> visited = new LinkedHashSet<>();
        Deque<String> stack = new ArrayDeque<>(List.of(start));
        while (!stack.isEmpty()) {
            String node = stack.pop();
            if (!visited.add(node)) {
                continue;
            }
            List<String> neighbours = graph.getOrDefault(node, List.of());
            for (int i = neighbours.size() - 1; i >= 0; i--) {
                stack.push(neighbours.get(i));
            }
        }
        return new ArrayList<>(visited);
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
        System.out.println(String.join(" ", depthFirstSearch(graph, "A")));
        System.out.println(String.join(" ", depthFirstSearch(graph, "C")));
    }
}
