#include <iostream>
#include <memory>
#include <utility>
#include <vector>

/** One node of a singly linked list, which owns the rest; the empty list is null. */
template <typename T>
struct Node {
    T value;
    std::unique_ptr<Node> next;

    Node(T first, std::unique_ptr<Node> rest) : value(std::move(first)), next(std::move(rest)) {}
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    /** Frees the rest one by one: by itself it would recurse, too deep for a long list. */
    ~Node() {
        while (next) next = std::move(next->next);
    }
};

template <typename T>
using List = std::unique_ptr<Node<T>>;

/**
 * Reverses the list, reusing its nodes, and returns its new head.
 *
 * Takes O(n) time and O(1) space.
 */
template <typename T>
List<T> reverse(List<T> head) {
    List<T> reversed;
    while (head) {
        List<T> rest = std::move(head->next);
        head->next = std::move(reversed);
        reversed = std::move(head);
        head = std::move(rest);
    }
    return reversed;
}

/** Returns a list of the values, in their order. */
template <typename T>
List<T> from_values(const std::vector<T>& values) {
    List<T> head;
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
        head = std::make_unique<Node<T>>(*value, std::move(head));
    }
    return head;
}

template <typename T>
void print(const List<T>& head) {
    if (!head) std::cout << "(empty)";
    for (const Node<T>* node = head.get(); node; node = node->next.get()) {
        std::cout << node->value << (node->next ? " -> " : "");
    }
    std::cout << '\n';
}

int main() {
    List<int> numbers = from_values(std::vector<int>{1, 2, 3, 4});
    print(numbers);
    print(reverse(std::move(numbers)));
    print(reverse(List<int>{}));
}
