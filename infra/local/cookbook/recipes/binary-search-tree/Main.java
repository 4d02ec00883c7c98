import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;

final class Main {
    private static final class Node {
        final int value;
        Node left;
        Node right;

        Node(int value) {
            this.value = value;
        }
    }

    /**
     * Holds each value once: smaller ones to the left, larger ones to the right. Inserting and
     * finding take O(height) time: O(log n) for values in random order.
     */
    static final class BinarySearchTree {
        private Node root;

        /** Adds a value; returns false when it is there already. */
        boolean insert(int value) {
            if (root == null) {
                root = new Node(value);
                return true;
            }
            Node node = root;
            while (value != node.value) {
                Node child = value < node.value ? node.left : node.right;
                if (child == null) {
                    if (value < node.value) {
                        node.left = new Node(value);
                    } else {
                        node.right = new Node(value);
                    }
                    return true;
                }
                node = child;
            }
            return false;
        }

        boolean contains(int value) {
            Node node = root;
            while (node != null && node.value != value) {
                node = value < node.value ? node.left : node.right;
            }
            return node != null;
        }

        /** The values from the smallest to the largest. */
        @Override
        public String toString() {
            StringJoiner values = new StringJoiner(" ");
            Deque<Node> path = new ArrayDeque<>();
            Node node = root;
            while (node != null || !path.isEmpty()) {
                for (; node != null; node = node.left) {
                    path.push(node);
                }
                node = path.pop();
                values.add(String.valueOf(node.value));
                node = node.right;
            }
            return values.toString();
        }
    }

    private static String yesOrNo(boolean answer) {
        return answer ? "yes" : "no";
    }

    public static void main(String[] args) {
        BinarySearchTree tree = new BinarySearchTree();
        for (int value : new int[] {8, 3, 10, 1, 6, 4}) {
            tree.insert(value);
        }
        System.out.println("in order: " + tree);
        System.out.println("inserted 6 again: " + yesOrNo(tree.insert(6)));
        System.out.println("contains 4: " + yesOrNo(tree.contains(4)));
        System.out.println("contains 7: " + yesOrNo(tree.contains(7)));
    }
}
