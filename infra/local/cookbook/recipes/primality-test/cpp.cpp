#include <cstdint>
#include <iostream>

/**
 * Returns whether the number is prime, by trial division in O(sqrt(n)) time.
 *
 * Every prime above 3 is one less or one more than a multiple of 6, so only such
 * divisors are tried.
 */
bool is_prime(std::int64_t number) {
    if (number < 2) return false;
    if (number < 4) return true;
    if (number % 2 == 0 || number % 3 == 0) return false;
    // By division: divisor * divisor would overflow near the maximum.
    for (std::int64_t divisor = 5; divisor <= number / divisor; divisor += 6) {
        if (number % divisor == 0 || number % (divisor + 2) == 0) return false;
    }
    return true;
}

int main() {
    for (const std::int64_t number : {-7, 0, 1, 2, 9, 25, 97, 561, 7919}) {
        std::cout << number << " is " << (is_prime(number) ? "prime" : "not prime") << '\n';
    }
}
