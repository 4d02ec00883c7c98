final class Main {
    /**
     * Returns whether the number is prime, by trial division in O(sqrt(n)) time.
     *
     * <p>Every prime above 3 is one less or one more than a multiple of 6, so only such divisors
     * are tried.
     */
    static boolean isPrime(long number) {
        if (number < 2) {
            return false;
        }
        if (number < 4) {
            return true;
        }
        if (number % 2 == 0 || number % 3 == 0) {
            return false;
        }
        // By division: divisor * divisor would overflow near the maximum of long.
        for (long divisor = 5; divisor <= number / divisor; divisor += 6) {
            if (number % divisor == 0 || number % (divisor + 2) == 0) {
                return false;
            }
        }
        return true;
    }

    public static void main(String[] args) {
        for (long number : new long[] {-7, 0, 1, 2, 9, 25, 97, 561, 7919}) {
            System.out.println(number + " is " + (isPrime(number) ? "prime" : "not prime"));
        }
    }
}
