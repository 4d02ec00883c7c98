import java.util.Arrays;
import java.util.OptionalInt;

final class Main {
    /** Returns the largest number, if there is any. */
    static OptionalInt largest(int[] numbers) {
        return Arrays.stream(numbers).max();
    }

    public static void main(String[] args) {
        for (int[] numbers : new int[][] {{3, -1, 9, 4}, {-5, -2}, {}}) {
            OptionalInt found = largest(numbers);
            String text = found.isPresent() ? String.valueOf(found.getAsInt()) : "none";
            System.out.println("largest of " + numbers.length + " numbers: " + text);
        }
    }
}
