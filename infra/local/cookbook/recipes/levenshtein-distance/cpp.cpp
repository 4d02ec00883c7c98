#include <algorithm>
#include <cstddef>
#include <iostream>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

/**
 * Returns how many single-character edits turn the source into the target.
 *
 * An edit inserts, deletes or replaces one character. Characters are compared as
 * `char`, so a letter outside ASCII counts as its bytes in UTF-8. Takes O(n * m)
 * time; only one row of the table is kept.
 */
std::size_t levenshtein_distance(std::string_view source, std::string_view target) {
    std::vector<std::size_t> row(target.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < source.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < target.size(); ++j) {
            const std::size_t replaced = diagonal + (source[i] == target[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

int main() {
    const std::pair<std::string_view, std::string_view> pairs[] = {
        {"kitten", "sitting"}, {"flaw", "lawn"}, {"", "abc"}, {"same", "same"}};
    for (const auto& [source, target] : pairs) {
        std::cout << '"' << source << "\" to \"" << target << "\": "
                  << levenshtein_distance(source, target) << '\n';
    }
}
