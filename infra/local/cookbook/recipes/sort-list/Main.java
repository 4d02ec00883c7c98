import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

final class Main {
    /** Returns the numbers from the smallest to the largest, as a new list. */
    static List<Integer> sortNumbers(List<Integer> numbers) {
        return numbers.stream().sorted().collect(Collectors.toList());
    }

    /** Returns the words in alphabetical order, upper and lower case alike, as a new list. */
    static List<String> sortWords(List<String> words) {
        return words.stream().sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.toList());
    }

    static String join(List<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    public static void main(String[] args) {
        List<Integer> sorted = sortNumbers(List.of(5, 2, 9, 1, 5));
        System.out.println("ascending: " + join(sorted));
        Collections.reverse(sorted);
        System.out.println("descending: " + join(sorted));
        System.out.println("words: " + join(sortWords(List.of("cherry", "Apple", "banana"))));
    }
}
