#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>

/**
 * Returns whether every bracket in the text is closed, by its own kind, in order.
 *
 * The brackets are (), [] and {}; all other characters are ignored.
 */
bool is_balanced(std::string_view text) {
    constexpr std::string_view opening = "([{";
    constexpr std::string_view closing = ")]}";
    std::string expected;  // used as a stack
    for (const char character : text) {
        if (const std::size_t kind = opening.find(character); kind != std::string_view::npos) {
            expected.push_back(closing[kind]);
        } else if (closing.find(character) != std::string_view::npos) {
            if (expected.empty() || expected.back() != character) return false;
            expected.pop_back();
        }
    }
    return expected.empty();
}

int main() {
    for (const char* text : {"{[()]}", "f(a[0], {b: 1})", "([)]", "((", ")", ""}) {
        std::cout << '"' << text << "\": " << (is_balanced(text) ? "balanced" : "not balanced") << '\n';
    }
}
