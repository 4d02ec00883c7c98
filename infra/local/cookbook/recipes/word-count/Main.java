import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Counts the words of a text: of the file named on the command line, or a sample. */
final class Main {
    /** Letters and digits, with apostrophes inside a word: "doesn't" is one word. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019][\\p{L}\\p{N}]+)*");

    private static final String SAMPLE =
            "The quick brown fox jumps over the lazy dog. The dog doesn't mind; the fox does.";

    /** Returns how often each word occurs in the text, in lower case. */
    static Map<String, Integer> countWords(String text) {
        Map<String, Integer> counts = new HashMap<>();
        WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(word -> counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }

    public static void main(String[] args) throws IOException {
        String text = args.length > 0 ? Files.readString(Path.of(args[0])) : SAMPLE;
        Map<String, Integer> counts = countWords(text);
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();

        // As UTF-8 whatever the platform's own charset is.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(total + " words, " + counts.size() + " different");
        // The most frequent first, those equally frequent by the alphabet.
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(5)
                .forEach(entry -> out.println(entry.getKey() + ": " + entry.getValue()));
    }
}
