#include <iostream>
#include <utility>
#include <vector>

/**
 * Sorts the items in place.
 *
 * Each pass moves the largest remaining item to the end. A pass without a swap
 * means that the items are sorted. Takes O(n^2) time.
 */
void bubble_sort(std::vector<int>& items) {
    for (std::size_t end = items.size(); end > 1; --end) {
        bool swapped = false;
        for (std::size_t i = 1; i < end; ++i) {
            if (items[i - 1] > items[i]) {
                std::swap(items[i - 1], items[i]);
                swapped = true;
            }
        }
        if (!swapped) {
            return;
        }
    }
}

void print(const char* title, const std::vector<int>& items) {
    std::cout << title;
    for (const int item : items) {
        std::cout << ' ' << item;
    }
    std::cout << '\n';
}

int main() {
    std::vector<int> numbers = {5, 3, 8, -1, 9, 2, 5, 0};
    print("before:", numbers);
    bubble_sort(numbers);
    print("after:", numbers);
}
