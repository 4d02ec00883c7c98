import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

final class Main {
    /** A stack: the value added last is taken first. All operations take O(1) time. */
    static final class Stack<T> {
        private final List<T> items = new ArrayList<>();

        int size() {
            return items.size();
        }

        /** Puts a value on top. */
        void push(T value) {
            items.add(value);
        }

        /**
         * Takes the value on top.
         *
         * @throws NoSuchElementException when the stack is empty
         */
        T pop() {
            T value = peek();
            items.remove(items.size() - 1);
            return value;
        }

        /**
         * Returns the value on top without taking it.
         *
         * @throws NoSuchElementException when the stack is empty
         */
        T peek() {
            if (items.isEmpty()) {
                throw new NoSuchElementException("the stack is empty");
            }
            return items.get(items.size() - 1);
        }
    }

    public static void main(String[] args) {
        Stack<Integer> stack = new Stack<>();
        for (int value : new int[] {1, 2, 3}) {
            stack.push(value);
        }
        System.out.println("peek: " + stack.peek());
        System.out.println("pop: " + stack.pop());
        System.out.println("pop: " + stack.pop());
        System.out.println("size: " + stack.size());
        stack.pop();
        try {
            stack.pop();
        } catch (NoSuchElementException error) {
            System.out.println("pop: " + error.getMessage());
        }
    }
}
