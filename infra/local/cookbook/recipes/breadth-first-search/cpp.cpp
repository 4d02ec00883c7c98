#include <iostream>
#include <queue>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/** The neighbours of each vertex; a vertex that is not a key has none. */
template <typename V>
using Graph = std::unordered_map<V, std::vector<V>>;

/**
 * Returns all vertices reachable from the start, nearest first.
 *
 * Cycles are fine. Takes O(vertices + edges) time on average.
 */
template <typename V>
std::vector<V> breadth_first_search(const Graph<V>& graph, const V& start) {
    std::unordered_set<V> seen{start};
    std::queue<V> queue;
    queue.push(start);
    std::vector<V> order;
    while (!queue.empty()) {
        const V vertex = queue.front();
        queue.pop();
        order.push_back(vertex);
        const auto entry = graph.find(vertex);
        if (entry == graph.end()) continue;
        for (const V& neighbour : entry->second) {
            if (seen.insert(neighbour).second) queue.push(neighbour);
        }
    }
    return order;
}

void print(const std::vector<std::string>& vertices) {
    const char* separator = "";
    for (const std::string& vertex : vertices) {
        std::cout << separator << vertex;
        separator = " ";
    }
    std::cout << '\n';
}

int main() {
    const Graph<std::string> graph{
        {"A", {"B", "C"}}, {"B", {"D"}}, {"C", {"D", "E"}},
        {"D", {"F"}},      {"E", {"F"}}, {"F", {"A"}},
    };
    print(breadth_first_search<std::string>(graph, "A"));
    print(breadth_first_search<std::string>(graph, "C"));
}
