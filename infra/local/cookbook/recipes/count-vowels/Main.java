final class Main {
    /** Returns how many characters are one of a, e, i, o and u, in either case. */
    static long countVowels(String text) {
        return text.chars().filter(character -> "aeiouAEIOU".indexOf(character) >= 0).count();
    }

    public static void main(String[] args) {
        for (String text : new String[] {"Hello, world", "AEIOU", "rhythm"}) {
            System.out.println('"' + text + "\" has " + countVowels(text) + " vowels");
        }
    }
}
