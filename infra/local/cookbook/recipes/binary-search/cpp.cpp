#include <cstddef>
#include <iostream>
#include <optional>
#include <vector>

/**
 * Returns the index of the first item equal to the target, or nothing.
 *
 * The items must be in ascending order. Takes O(log n) comparisons.
 */
template <typename T>
std::optional<std::size_t> binary_search(const std::vector<T>& items, const T& target) {
    std::size_t low = 0;
    std::size_t high = items.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (items[middle] < target) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low < items.size() && !(target < items[low])) return low;
    return std::nullopt;
}

int main() {
    const std::vector<int> numbers{2, 3, 5, 7, 11, 13, 17, 19};
    for (const int target : {7, 2, 19, 4, 23}) {
        std::cout << target << ": ";
        if (const auto index = binary_search(numbers, target)) {
            std::cout << "index " << *index << '\n';
        } else {
            std::cout << "not found\n";
        }
    }
}
