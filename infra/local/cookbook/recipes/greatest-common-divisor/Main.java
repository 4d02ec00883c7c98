final class Main {
    /**
     * Returns the greatest common divisor of a and b, never negative, by Euclid's algorithm.
     * gcd(a, 0) is the absolute value of a, and gcd(0, 0) is 0.
     *
     * @throws ArithmeticException when the result would be 2^63, which a long cannot hold
     */
    static long gcd(long a, long b) {
        while (b != 0) {
            long remainder = a % b;
            a = b;
            b = remainder;
        }
        return Math.absExact(a);
    }

    public static void main(String[] args) {
        long[][] pairs = {{48, 18}, {17, 5}, {0, 9}, {-12, 30}, {0, 0}};
        for (long[] pair : pairs) {
            System.out.println("gcd(" + pair[0] + ", " + pair[1] + ") = " + gcd(pair[0], pair[1]));
        }
    }
}
