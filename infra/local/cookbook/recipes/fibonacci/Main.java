import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class Main {
    /**
     * Returns the n-th Fibonacci number, counted from fibonacci(0) = 0. A BigInteger, because from
     * n = 93 on the result is larger than a long can hold.
     *
     * @throws IllegalArgumentException when n is negative
     */
    static BigInteger fibonacci(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative, not " + n);
        }
        BigInteger current = BigInteger.ZERO;
        BigInteger following = BigInteger.ONE;
        for (int i = 0; i < n; i++) {
            BigInteger sum = current.add(following);
            current = following;
            following = sum;
        }
        return current;
    }

    public static void main(String[] args) {
        System.out.println(
                IntStream.range(0, 10)
                        .mapToObj(n -> fibonacci(n).toString())
                        .collect(Collectors.joining(" ")));
        System.out.println("fibonacci(90) = " + fibonacci(90));
    }
}
