import java.util.List;
import java.util.StringJoiner;

final class Main {
    /** One node of a singly linked list; the empty list is null. */
    static final class Node<T> {
        final T value;
        Node<T> next;

        Node(T value, Node<T> next) {
            this.value = value;
            this.next = next;
        }
    }

    /**
     * Reverses the list in place and returns its new head.
     *
     * <p>Takes O(n) time and O(1) space.
     */
    static <T> Node<T> reverse(Node<T> head) {
        Node<T> reversed = null;
        while (head != null) {
            Node<T> rest = head.next;
            head.next = reversed;
            reversed = head;
            head = rest;
        }
        return reversed;
    }

    /** Returns a list of the values, in their order. */
    static <T> Node<T> fromValues(List<T> values) {
        Node<T> head = null;
        for (int i = values.size() - 1; i >= 0; i--) {
            head = new Node<>(values.get(i), head);
        }
        return head;
    }

    static String show(Node<?> head) {
        StringJoiner values = new StringJoiner(" -> ").setEmptyValue("(empty)");
        for (Node<?> node = head; node != null; node = node.next) {
            values.add(String.valueOf(node.value));
        }
        return values.toString();
    }

    public static void main(String[] args) {
        Node<Integer> numbers = fromValues(List.of(1, 2, 3, 4));
        System.out.println(show(numbers));
        System.out.println(show(reverse(numbers)));
        System.out.println(show(reverse(null)));
    }
}
