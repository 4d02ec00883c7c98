// Counts the words of a text: of the file named on the command line, or a sample.
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

constexpr std::string_view sample =
    "The quick brown fox jumps over the lazy dog. The dog doesn't mind; the fox does.";

/**
 * Returns how often each word occurs in the text, ASCII letters in lower case.
 *
 * A word is made of ASCII letters and digits, with apostrophes inside: "doesn't" is
 * one. Bytes above ASCII count as letters, so that words in UTF-8 stay whole.
 */
std::map<std::string, int> count_words(std::string_view text) {
    const auto is_letter = [](unsigned char byte) { return byte >= 0x80 || std::isalnum(byte); };
    std::map<std::string, int> counts;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char byte = i < text.size() ? text[i] : ' ';
        const bool letter_follows = i + 1 < text.size() && is_letter(static_cast<unsigned char>(text[i + 1]));
        if (is_letter(static_cast<unsigned char>(byte))) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
        } else if (byte == '\'' && !word.empty() && letter_follows) {
            word += byte;
        } else if (!word.empty()) {
            ++counts[word];
            word.clear();
        }
    }
    return counts;
}

int main(int argc, char* argv[]) {
    std::string text(sample);
    if (argc > 1) {
        std::ifstream file(argv[1], std::ios::binary);
        if (!file) {
            std::cerr << "cannot read " << argv[1] << '\n';
            return 1;
        }
        text.assign(std::istreambuf_iterator<char>(file), {});
    }
    const auto counts = count_words(text);
    int total = 0;
    for (const auto& [word, count] : counts) total += count;
    std::cout << total << " words, " << counts.size() << " different\n";

    // The most frequent first; stable, so those equally frequent stay by the alphabet.
    std::vector<std::pair<std::string, int>> entries(counts.begin(), counts.end());
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    entries.resize(std::min<std::size_t>(entries.size(), 5));
    for (const auto& [word, count] : entries) std::cout << word << ": " << count << '\n';
}
