import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class Main {
    /**
     * Returns the indices of two numbers whose sum is the target, if there are any. One pass: for
     * each number, its partner is looked up among those before it. Takes O(n) time.
     */
    static Optional<int[]> twoSum(int[] numbers, int target) {
        Map<Integer, Integer> indexOf = new HashMap<>();
        for (int index = 0; index < numbers.length; index++) {
            Integer partner = indexOf.get(target - numbers[index]);
            if (partner != null) {
                return Optional.of(new int[] {partner, index});
            }
            indexOf.put(numbers[index], index);
        }
        return Optional.empty();
    }

    public static void main(String[] args) {
        int[][] lists = {{2, 7, 11, 15}, {3, 2, 4}, {3, 3}, {1, 2}};
        int[] targets = {9, 6, 6, 7};
        for (int i = 0; i < lists.length; i++) {
            String found = twoSum(lists[i], targets[i]).map(pair -> pair[0] + " and " + pair[1]).orElse("none");
            System.out.println("target " + targets[i] + ": " + found);
        }
    }
}
