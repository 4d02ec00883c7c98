import java.math.BigInteger;

final class Main {
    /**
     * Returns 1 * 2 * ... * n, which is 1 for 0. A BigInteger, because from n = 21 on the result is
     * larger than a long can hold.
     *
     * @throws IllegalArgumentException when n is negative
     */
    static BigInteger factorial(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative, not " + n);
        }
        BigInteger product = BigInteger.ONE;
        for (int factor = 2; factor <= n; factor++) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    public static void main(String[] args) {
        for (int n : new int[] {0, 1, 5, 10, 20}) {
            System.out.println(n + "! = " + factorial(n));
        }
    }
}
