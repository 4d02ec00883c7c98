import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

final class Main {
    /** Returns the characters of the text in reverse order; StringBuilder keeps surrogate pairs whole. */
    static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String text : new String[] {"hello", "Caf\u00e9 \ud83d\ude00", ""}) {
            out.println('"' + text + "\" reversed is \"" + reverse(text) + '"');
        }
    }
}
