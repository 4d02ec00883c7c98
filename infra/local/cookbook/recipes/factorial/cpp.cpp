#include <cstdint>
#include <iostream>
#include <stdexcept>

/**
 * Returns 1 * 2 * ... * n, which is 1 for 0.
 *
 * Throws std::out_of_range above n = 20, where the result is larger than 64 bits
 * can hold.
 */
std::uint64_t factorial(unsigned n) {
    if (n > 20) throw std::out_of_range("n must be at most 20");
    std::uint64_t product = 1;
    for (unsigned factor = 2; factor <= n; ++factor) {
        product *= factor;
    }
    return product;
}

int main() {
    for (const unsigned n : {0u, 1u, 5u, 10u, 20u}) {
        std::cout << n << "! = " << factorial(n) << '\n';
    }
}
