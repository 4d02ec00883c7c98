#include <cstddef>
#include <iostream>
#include <vector>

/**
 * Returns all primes that are at most the limit, in ascending order, by the sieve
 * of Eratosthenes.
 *
 * Takes O(n log log n) time and O(n) space.
 */
std::vector<std::size_t> primes_up_to(std::size_t limit) {
    std::vector<bool> crossed_out(limit + 1);
    std::vector<std::size_t> primes;
    for (std::size_t number = 2; number <= limit; ++number) {
        if (crossed_out[number]) continue;
        primes.push_back(number);
        if (number > limit / number) continue;  // its square is beyond the limit
        // Smaller multiples were crossed out by smaller primes.
        for (std::size_t multiple = number * number; multiple <= limit; multiple += number) {
            crossed_out[multiple] = true;
        }
    }
    return primes;
}

int main() {
    const char* separator = "";
    for (const std::size_t prime : primes_up_to(100)) {
        std::cout << separator << prime;
        separator = " ";
    }
    std::cout << '\n';
}
