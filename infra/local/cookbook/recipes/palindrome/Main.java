import java.util.List;

final class Main {
    /**
     * Returns whether the text reads the same in both directions.
     *
     * <p>Only letters and digits count, and their case does not. A text without any is a
     * palindrome.
     */
    static boolean isPalindrome(String text) {
        int[] letters =
                text.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .map(Character::toLowerCase)
                        .toArray();
        for (int left = 0, right = letters.length - 1; left < right; left++, right--) {
            if (letters[left] != letters[right]) {
                return false;
            }
        }
        return true;
    }

    public static void main(String[] args) {
        List<String> texts =
                List.of("racecar", "A man, a plan, a canal: Panama", "hello", "12321", "");
        for (String text : texts) {
            System.out.println("\"" + text + "\": " + (isPalindrome(text) ? "yes" : "no"));
        }
    }
}
