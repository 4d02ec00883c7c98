#include <cstddef>
#include <iostream>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

/**
 * Returns the indices of two numbers whose sum is the target, or nothing.
 *
 * One pass: for each number, its partner is looked up among those before it. O(n) time.
 */
std::optional<std::pair<std::size_t, std::size_t>> two_sum(const std::vector<int>& numbers, int target) {
    std::unordered_map<int, std::size_t> index_of;
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        const auto partner = index_of.find(target - numbers[index]);
        if (partner != index_of.end()) {
            return std::make_pair(partner->second, index);
        }
        index_of[numbers[index]] = index;
    }
    return std::nullopt;
}

int main() {
    const std::vector<std::pair<std::vector<int>, int>> cases = {
        {{2, 7, 11, 15}, 9}, {{3, 2, 4}, 6}, {{3, 3}, 6}, {{1, 2}, 7}};
    for (const auto& [numbers, target] : cases) {
        std::cout << "target " << target << ": ";
        if (const auto found = two_sum(numbers, target)) {
            std::cout << found->first << " and " << found->second << '\n';
        } else {
            std::cout << "none\n";
        }
    }
}
