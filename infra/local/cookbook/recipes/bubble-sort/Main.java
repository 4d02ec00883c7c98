import java.util.Arrays;
import java.util.stream.Collectors;

final class Main {
    /**
     * Sorts the array in place. Each pass moves the largest remaining item to the end; a pass
     * without a swap means that the array is sorted. Takes O(n^2) time.
     */
    static void bubbleSort(int[] items) {
        for (int end = items.length - 1; end > 0; end--) {
            boolean swapped = false;
            for (int i = 0; i < end; i++) {
                if (items[i] > items[i + 1]) {
                    int item = items[i];
                    items[i] = items[i + 1];
                    items[i + 1] = item;
                    swapped = true;
                }
            }
            if (!swapped) {
                return;
            }
        }
    }

    static String join(int[] items) {
        return Arrays.stream(items).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    public static void main(String[] args) {
        int[] numbers = {5, 3, 8, -1, 9, 2, 5, 0};
        System.out.println("before: " + join(numbers));
        bubbleSort(numbers);
        System.out.println("after: " + join(numbers));
    }
}
