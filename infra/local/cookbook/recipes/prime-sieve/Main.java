import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

final class Main {
    /**
     * Returns all primes that are at most the limit, in ascending order, by the sieve of
     * Eratosthenes.
     *
     * <p>Takes O(n log log n) time and O(n) space.
     */
    static List<Integer> primesUpTo(int limit) {
        BitSet crossedOut = new BitSet();
        List<Integer> primes = new ArrayList<>();
        // As long: an int would overflow near its maximum.
        for (long number = 2; number <= limit; number++) {
            if (crossedOut.get((int) number)) {
                continue;
            }
            primes.add((int) number);
            // Smaller multiples were crossed out by smaller primes.
            for (long multiple = number * number; multiple <= limit; multiple += number) {
                crossedOut.set((int) multiple);
            }
        }
        return primes;
    }

    public static void main(String[] args) {
        System.out.println(
                primesUpTo(100).stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
