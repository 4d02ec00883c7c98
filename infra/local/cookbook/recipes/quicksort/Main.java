import java.util.Arrays;
import java.util.stream.Collectors;

final class Main {
    /**
     * Sorts the items in place, in ascending order.
     *
     * <p>Takes O(n log n) comparisons on average and O(log n) extra space: the smaller side is
     * sorted by recursion, the larger one by the loop. Equal items are gathered in the middle, so
     * many duplicates do no harm.
     */
    static <T extends Comparable<? super T>> void quicksort(T[] items) {
        quicksort(items, 0, items.length - 1);
    }

    private static <T extends Comparable<? super T>> void quicksort(T[] items, int low, int high) {
        while (low < high) {
            T pivot = items[low + (high - low) / 2];
            int smaller = low;
            int current = low;
            int larger = high;
            while (current <= larger) {
                int order = items[current].compareTo(pivot);
                if (order < 0) {
                    swap(items, smaller++, current++);
                } else if (order > 0) {
                    swap(items, current, larger--);
                } else {
                    current++;
                }
            }
            if (smaller - low < high - larger) {
                quicksort(items, low, smaller - 1);
                low = larger + 1;
            } else {
                quicksort(items, larger + 1, high);
                high = smaller - 1;
            }
        }
    }

    private static void swap(Object[] items, int i, int j) {
        Object item = items[i];
        items[i] = items[j];
        items[j] = item;
    }

    private static String join(Object[] items) {
        return Arrays.stream(items).map(Object::toString).collect(Collectors.joining(" "));
    }

    public static void main(String[] args) {
        Integer[] numbers = {5, 3, 8, -1, 9, 2, 5, 0};
        System.out.println("before: " + join(numbers));
        quicksort(numbers);
        System.out.println("after: " + join(numbers));
    }
}
