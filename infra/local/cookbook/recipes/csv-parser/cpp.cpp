// Parses CSV: the file named on the command line, or a sample.
#include <cstddef>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using Row = std::vector<std::string>;

constexpr std::string_view sample =
    "name,note\r\nAda,\"first, ever\"\r\nGrace,\"said \"\"bug\"\"\"\r\n\"Two\nlines\",end\r\n";

/**
 * Returns the rows of the text, each a vector of its fields (RFC 4180).
 *
 * A field in quotes may hold commas, line breaks and doubled quotes. Blank lines are
 * skipped. Throws std::invalid_argument when a quote is not closed.
 */
std::vector<Row> parse_csv(std::string_view text) {
    std::vector<Row> rows;
    Row row;
    std::string field;
    bool quoted = false;   // inside quotes
    bool started = false;  // the row has at least one character

    const auto end_field = [&] { row.push_back(std::exchange(field, {})); };
    const auto end_row = [&] {
        if (!std::exchange(started, false)) return;
        end_field();
        rows.push_back(std::exchange(row, {}));
    };

    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (quoted) {
            if (character != '"') {
                field += character;
            } else if (next == '"') {
                field += text[i++];
            } else {
                quoted = false;
            }
        } else if (character == '\n') {
            end_row();
        } else if (character != '\r' || next != '\n') {
            started = true;
            if (character == ',') {
                end_field();
            } else if (character == '"' && field.empty()) {
                quoted = true;
            } else {
                field += character;
            }
        }
    }
    if (quoted) throw std::invalid_argument("a quote is not closed");
    end_row();
    return rows;
}

int main(int argc, char* argv[]) try {
    std::string text(sample);
    if (argc > 1) {
        std::ifstream file(argv[1], std::ios::binary);
        if (!file) throw std::runtime_error(std::string("cannot read ") + argv[1]);
        text.assign(std::istreambuf_iterator<char>(file), {});
    }
    const bool has_mark = text.compare(0, 3, "\xEF\xBB\xBF") == 0;
    for (const Row& row : parse_csv(std::string_view(text).substr(has_mark ? 3 : 0))) {
        const char* separator = "";
        for (const std::string& field : row) {
            std::cout << std::exchange(separator, " | ");
            for (const char character : field) {
                if (character == '\n') std::cout << "\\n";
                else std::cout << character;
            }
        }
        std::cout << '\n';
    }
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
