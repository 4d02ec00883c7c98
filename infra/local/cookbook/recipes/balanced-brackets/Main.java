import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

final class Main {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /**
     * Returns whether every bracket in the text is closed, by its own kind, in order.
     *
     * <p>The brackets are (), [] and {}; all other characters are ignored.
     */
    static boolean isBalanced(String text) {
        Deque<Character> expected = new ArrayDeque<>();
        for (char character : text.toCharArray()) {
            int kind = OPENING.indexOf(character);
            if (kind >= 0) {
                expected.push(CLOSING.charAt(kind));
            } else if (CLOSING.indexOf(character) >= 0
                    && (expected.isEmpty() || expected.pop() != character)) {
                return false;
            }
        }
        return expected.isEmpty();
    }

    public static void main(String[] args) {
        for (String text : List.of("{[()]}", "f(a[0], {b: 1})", "([)]", "((", ")", "")) {
            System.out.println(
                    "\"" + text + "\": " + (isBalanced(text) ? "balanced" : "not balanced"));
        }
    }
}
