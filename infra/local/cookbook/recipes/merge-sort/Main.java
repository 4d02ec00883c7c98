import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

final class Main {
    /**
     * Returns a new list of the items in ascending order.
     *
     * <p>Stable: equal items keep their order. Takes O(n log n) time and O(n) space, for a list
     * with fast access by index such as ArrayList.
     */
    static <T extends Comparable<? super T>> List<T> mergeSort(List<T> items) {
        if (items.size() < 2) {
            return new ArrayList<>(items);
        }
        int middle = items.size() / 2;
        return merge(
                mergeSort(items.subList(0, middle)), mergeSort(items.subList(middle, items.size())));
    }

    /** Returns the items of two sorted lists as one sorted list. */
    private static <T extends Comparable<? super T>> List<T> merge(List<T> left, List<T> right) {
        List<T> merged = new ArrayList<>(left.size() + right.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            boolean takeRight = right.get(j).compareTo(left.get(i)) < 0;
            merged.add(takeRight ? right.get(j++) : left.get(i++));
        }
        merged.addAll(left.subList(i, left.size()));
        merged.addAll(right.subList(j, right.size()));
        return merged;
    }

    private static String join(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    public static void main(String[] args) {
        System.out.println(join(mergeSort(List.of(5, 3, 8, -1, 9, 2, 5, 0))));
        System.out.println(join(mergeSort(List.of("pear", "fig", "apple", "kiwi"))));
    }
}
