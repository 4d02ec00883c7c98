import java.util.Objects;
import java.util.StringJoiner;

final class Main {
    private static final class Node<T> {
        final T value;
        Node<T> next;

        Node(T value, Node<T> next) {
            this.value = value;
            this.next = next;
        }
    }

    /** A singly linked list: holds values in the order in which they were added. */
    static final class LinkedList<T> {
        private Node<T> head;

        /** Adds a value at the beginning. O(1) time. */
        void prepend(T value) {
            head = new Node<>(value, head);
        }

        /** Adds a value at the end. O(n) time. */
        void append(T value) {
            if (head == null) {
                prepend(value);
                return;
            }
            Node<T> node = head;
            while (node.next != null) {
                node = node.next;
            }
            node.next = new Node<>(value, null);
        }

        /** Removes the first node with this value and says whether there was one. */
        boolean remove(T value) {
            Node<T> before = null;
            for (Node<T> node = head; node != null; before = node, node = node.next) {
                if (Objects.equals(node.value, value)) {
                    if (before == null) {
                        head = node.next;
                    } else {
                        before.next = node.next;
                    }
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            StringJoiner values = new StringJoiner(" -> ").setEmptyValue("(empty)");
            for (Node<T> node = head; node != null; node = node.next) {
                values.add(String.valueOf(node.value));
            }
            return values.toString();
        }
    }

    public static void main(String[] args) {
        LinkedList<Integer> items = new LinkedList<>();
        System.out.println(items);
        for (int value : new int[] {1, 2, 3}) {
            items.append(value);
        }
        items.prepend(0);
        System.out.println(items);
        System.out.println("removed 2: " + (items.remove(2) ? "yes" : "no"));
        System.out.println("removed 9: " + (items.remove(9) ? "yes" : "no"));
        System.out.println(items);
    }
}
