#include <cstddef>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

/** Returns the items of two sorted vectors as one sorted vector. */
template <typename T>
std::vector<T> merge(const std::vector<T>& left, const std::vector<T>& right) {
    std::vector<T> merged;
    merged.reserve(left.size() + right.size());
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() && b != right.end()) {
        merged.push_back(*b < *a ? *b++ : *a++);
    }
    merged.insert(merged.end(), a, left.end());
    merged.insert(merged.end(), b, right.end());
    return merged;
}

/**
 * Returns a new vector of the items in ascending order.
 *
 * Stable: equal items keep their order. Takes O(n log n) time, O(n) space.
 */
template <typename T>
std::vector<T> merge_sort(const std::vector<T>& items) {
    if (items.size() < 2) return items;
    const auto middle = std::next(items.begin(), static_cast<std::ptrdiff_t>(items.size() / 2));
    return merge(merge_sort(std::vector<T>(items.begin(), middle)),
                 merge_sort(std::vector<T>(middle, items.end())));
}

template <typename T>
void print(const std::vector<T>& items) {
    const char* separator = "";
    for (const T& item : items) {
        std::cout << separator << item;
        separator = " ";
    }
    std::cout << '\n';
}

int main() {
    print(merge_sort(std::vector<int>{5, 3, 8, -1, 9, 2, 5, 0}));
    print(merge_sort(std::vector<std::string>{"pear", "fig", "apple", "kiwi"}));
}
