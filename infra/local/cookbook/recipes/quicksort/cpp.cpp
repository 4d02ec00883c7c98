#include <algorithm>
#include <iostream>
#include <string_view>
#include <vector>

/**
 * Sorts the items from first up to, not including, last in ascending order, in place.
 *
 * Takes O(n log n) comparisons on average and O(log n) extra space: the smaller
 * side is sorted by recursion, the larger one by the loop. Equal items are
 * gathered in the middle, so many duplicates do no harm.
 */
template <typename RandomAccessIterator>
void quicksort(RandomAccessIterator first, RandomAccessIterator last) {
    while (last - first > 1) {
        const auto pivot = first[(last - first) / 2];
        auto smaller = first;
        auto current = first;
        auto larger = last;
        while (current != larger) {
            if (*current < pivot) {
                std::iter_swap(smaller++, current++);
            } else if (pivot < *current) {
                std::iter_swap(current, --larger);
            } else {
                ++current;
            }
        }
        if (smaller - first < last - larger) {
            quicksort(first, smaller);
            first = larger;
        } else {
            quicksort(larger, last);
            last = smaller;
        }
    }
}

void print(std::string_view label, const std::vector<int>& items) {
    std::cout << label;
    for (const int item : items) std::cout << ' ' << item;
    std::cout << '\n';
}

int main() {
    std::vector<int> numbers{5, 3, 8, -1, 9, 2, 5, 0};
    print("before:", numbers);
    quicksort(numbers.begin(), numbers.end());
    print("after:", numbers);
}
