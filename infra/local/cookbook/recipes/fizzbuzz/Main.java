final class Main {
    /**
     * Returns "Fizz" for multiples of 3, "Buzz" for multiples of 5, "FizzBuzz" for
     * multiples of both, and else the number itself.
     */
    static String fizzBuzz(int number) {
        String word = (number % 3 == 0 ? "Fizz" : "") + (number % 5 == 0 ? "Buzz" : "");
        return word.isEmpty() ? Integer.toString(number) : word;
    }

    public static void main(String[] args) {
        for (int number = 1; number <= 100; number++) {
            System.out.println(fizzBuzz(number));
        }
    }
}
