#include <cstdint>
#include <iostream>
#include <utility>

/** Returns the absolute value, also of the smallest number, which has no positive counterpart. */
std::uint64_t magnitude(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return number < 0 ? 0 - bits : bits;
}

/**
 * Returns the greatest common divisor of a and b by Euclid's algorithm.
 *
 * gcd(a, 0) is the absolute value of a, and gcd(0, 0) is 0. The standard library
 * has the same as std::gcd.
 */
std::uint64_t gcd(std::int64_t a, std::int64_t b) {
    std::uint64_t larger = magnitude(a);
    std::uint64_t smaller = magnitude(b);
    while (smaller != 0) {
        larger = std::exchange(smaller, larger % smaller);
    }
    return larger;
}

int main() {
    const std::pair<std::int64_t, std::int64_t> pairs[] = {{48, 18}, {17, 5}, {0, 9}, {-12, 30}, {0, 0}};
    for (const auto& [a, b] : pairs) {
        std::cout << "gcd(" << a << ", " << b << ") = " << gcd(a, b) << '\n';
    }
}
