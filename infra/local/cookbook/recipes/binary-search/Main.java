import java.util.List;
import java.util.OptionalInt;

final class Main {
    /**
     * Returns the index of the first item equal to the target, or empty.
     *
     * <p>The items must be in ascending order, in a list with fast access by index such as
     * ArrayList. Takes O(log n) comparisons.
     */
    static <T extends Comparable<? super T>> OptionalInt binarySearch(
            List<? extends T> items, T target) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (items.get(middle).compareTo(target) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean found = low < items.size() && items.get(low).compareTo(target) == 0;
        return found ? OptionalInt.of(low) : OptionalInt.empty();
    }

    public static void main(String[] args) {
        List<Integer> numbers = List.of(2, 3, 5, 7, 11, 13, 17, 19);
        for (int target : new int[] {7, 2, 19, 4, 23}) {
            OptionalInt index = binarySearch(numbers, target);
            System.out.println(
                    target + ": " + (index.isPresent() ? "index " + index.getAsInt() : "not found"));
        }
    }
}
