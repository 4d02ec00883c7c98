import java.util.Arrays;

final class Main {
    /**
     * Returns whether both texts have the same letters, each equally often. Case, spaces and
     * punctuation do not count.
     */
    static boolean areAnagrams(String first, String second) {
        return Arrays.equals(sortedLetters(first), sortedLetters(second));
    }

    private static int[] sortedLetters(String text) {
        return text.toLowerCase().codePoints().filter(Character::isLetterOrDigit).sorted().toArray();
    }

    public static void main(String[] args) {
        String[][] pairs = {{"listen", "silent"}, {"Dormitory", "Dirty room"}, {"hello", "world"}, {"aab", "abb"}};
        for (String[] pair : pairs) {
            String answer = areAnagrams(pair[0], pair[1]) ? "yes" : "no";
            System.out.println('"' + pair[0] + "\" and \"" + pair[1] + "\": " + answer);
        }
    }
}
