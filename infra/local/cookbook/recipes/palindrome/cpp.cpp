#include <cctype>
#include <iostream>
#include <string>
#include <string_view>

/**
 * Returns whether the text reads the same in both directions.
 *
 * Only ASCII letters and digits count, and their case does not. A text without any
 * is a palindrome.
 */
bool is_palindrome(std::string_view text) {
    std::string letters;
    for (const unsigned char character : text) {
        if (std::isalnum(character)) {
            letters += static_cast<char>(std::tolower(character));
        }
    }
    return letters == std::string(letters.rbegin(), letters.rend());
}

int main() {
    for (const char* text : {"racecar", "A man, a plan, a canal: Panama", "hello", "12321", ""}) {
        std::cout << '"' << text << "\": " << (is_palindrome(text) ? "yes" : "no") << '\n';
    }
}
