#include <functional>
#include <iostream>
#include <map>
#include <queue>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/** For each node the lengths of the edges that leave it. */
using Graph = std::map<std::string, std::map<std::string, int>>;

/**
 * Returns the length of the shortest path from the start to each node it reaches.
 *
 * Throws std::invalid_argument for a negative length, with which the algorithm would be wrong.
 */
std::map<std::string, int> shortest_distances(const Graph& graph, const std::string& start) {
    using Stop = std::pair<int, std::string>;
    std::map<std::string, int> distances;
    std::priority_queue<Stop, std::vector<Stop>, std::greater<Stop>> open;
    open.push({0, start});
    while (!open.empty()) {
        const auto [distance, node] = open.top();
        open.pop();
        if (!distances.insert({node, distance}).second) {
            continue;  // a shorter path came first
        }
        const auto edges = graph.find(node);
        if (edges == graph.end()) {
            continue;
        }
        for (const auto& [neighbour, length] : edges->second) {
            if (length < 0) {
                throw std::invalid_argument("the edge " + node + " -> " + neighbour + " has a negative length");
            }
            open.push({distance + length, neighbour});
        }
    }
    return distances;
}

int main() {
    const Graph graph = {
        {"A", {{"B", 4}, {"C", 1}}},
        {"B", {{"D", 5}}},
        {"C", {{"B", 2}, {"D", 8}}},
        {"D", {}},
        {"E", {{"A", 1}}},
    };
    const auto distances = shortest_distances(graph, "A");
    for (const auto& [node, edges] : graph) {
        const auto found = distances.find(node);
        std::cout << node << ": " << (found == distances.end() ? "unreachable" : std::to_string(found->second)) << '\n';
    }
}
