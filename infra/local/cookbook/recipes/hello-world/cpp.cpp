#include <iostream>
#include <string>

/** Returns a greeting for the name. */
std::string greeting(const std::string& name) {
    return "Hello, " + name + "!";
}

int main() {
    std::cout << greeting("world") << '\n';
}
