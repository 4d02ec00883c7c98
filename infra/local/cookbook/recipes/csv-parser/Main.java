import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parses CSV: the file named on the command line, or a sample. */
final class Main {
    private static final String SAMPLE =
            "name,note\r\nAda,\"first, ever\"\r\nGrace,\"said \"\"bug\"\"\"\r\n\"Two\nlines\",end\r\n";

    /**
     * Returns the rows of the text, each a list of its fields (RFC 4180).
     *
     * <p>A field in quotes may hold commas, line breaks and doubled quotes. Blank lines are skipped.
     *
     * @throws IllegalArgumentException when a quote is not closed
     */
    static List<List<String>> parseCsv(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false; // inside quotes
        boolean started = false; // the row has at least one character
        // One step beyond the end, where a line break is read if the text has none.
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            char character = end ? '\n' : text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
            if (quoted) {
                if (end) {
                    throw new IllegalArgumentException("a quote is not closed");
                } else if (character != '"') {
                    field.append(character);
                } else if (next == '"') {
                    field.append(text.charAt(i++));
                } else {
                    quoted = false;
                }
            } else if (character == '\n') {
                if (started) {
                    row.add(take(field));
                    rows.add(row);
                    row = new ArrayList<>();
                    started = false;
                }
            } else if (character != '\r' || next != '\n') {
                started = true;
                if (character == ',') {
                    row.add(take(field));
                } else if (character == '"' && field.length() == 0) {
                    quoted = true;
                } else {
                    field.append(character);
                }
            }
        }
        return rows;
    }

    private static String take(StringBuilder field) {
        String value = field.toString();
        field.setLength(0);
        return value;
    }

    public static void main(String[] args) throws IOException {
        String text = args.length > 0 ? Files.readString(Path.of(args[0])) : SAMPLE;
        // As UTF-8 whatever the platform's own charset is.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (List<String> row : parseCsv(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            out.println(String.join(" | ", row).replace("\n", "\\n"));
        }
    }
}
