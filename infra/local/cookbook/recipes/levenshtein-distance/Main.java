final class Main {
    /**
     * Returns how many single-character edits turn the source into the target.
     *
     * <p>An edit inserts, deletes or replaces one character (a Unicode code point). Takes O(n * m)
     * time; only one row of the table is kept.
     */
    static int levenshteinDistance(String source, String target) {
        int[] sourceCharacters = source.codePoints().toArray();
        int[] targetCharacters = target.codePoints().toArray();
        int[] row = new int[targetCharacters.length + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= sourceCharacters.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = sourceCharacters[i - 1] == targetCharacters[j - 1];
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[targetCharacters.length];
    }

    public static void main(String[] args) {
        String[][] pairs = {{"kitten", "sitting"}, {"flaw", "lawn"}, {"", "abc"}, {"same", "same"}};
        for (String[] pair : pairs) {
            System.out.println(
                    "\"" + pair[0] + "\" to \"" + pair[1] + "\": "
                            + levenshteinDistance(pair[0], pair[1]));
        }
    }
}
