#include <iostream>
#include <string>

/**
 * Returns "Fizz" for multiples of 3, "Buzz" for multiples of 5, "FizzBuzz" for
 * multiples of both, and else the number itself.
 */
std::string fizz_buzz(int number) {
    std::string word;
    if (number % 3 == 0) word += "Fizz";
    if (number % 5 == 0) word += "Buzz";
    return word.empty() ? std::to_string(number) : word;
}

int main() {
    for (int number = 1; number <= 100; ++number) {
        std::cout << fizz_buzz(number) << '\n';
    }
}
