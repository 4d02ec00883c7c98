#include <cstdint>
#include <iostream>
#include <stdexcept>

/**
 * Returns the n-th Fibonacci number, counted from fibonacci(0) = 0.
 *
 * Throws std::out_of_range above n = 93, where the result is larger than 64 bits
 * can hold.
 */
std::uint64_t fibonacci(unsigned n) {
    if (n > 93) throw std::out_of_range("n must be at most 93");
    std::uint64_t previous = 1;
    std::uint64_t current = 0;
    for (unsigned i = 0; i < n; ++i) {
        const std::uint64_t following = current + previous;
        previous = current;
        current = following;
    }
    return current;
}

int main() {
    for (unsigned n = 0; n < 10; ++n) {
        std::cout << (n > 0 ? " " : "") << fibonacci(n);
    }
    std::cout << "\nfibonacci(90) = " << fibonacci(90) << '\n';
}
