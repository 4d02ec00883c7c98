import java.util.Locale;
import java.util.function.LongSupplier;

final class Main {
    /**
     * Allows a number of calls a second on average, and up to `burst` at once: the bucket fills
     * with `rate` tokens a second up to `burst`, and each call takes one.
     */
    static final class RateLimiter {
        private final double rate;
        private final double burst;
        private final LongSupplier nanoTime;
        private double tokens;
        private long filledAt;

        RateLimiter(double rate, double burst, LongSupplier nanoTime) {
            if (rate <= 0 || burst < 1) {
                throw new IllegalArgumentException("rate must be above 0 and burst at least 1");
            }
            this.rate = rate;
            this.burst = burst;
            this.nanoTime = nanoTime;
            this.tokens = burst;
            this.filledAt = nanoTime.getAsLong();
        }

        /** Returns whether a call is allowed now, and counts it if so. */
        synchronized boolean allow() {
            long now = nanoTime.getAsLong();
            tokens = Math.min(burst, tokens + (now - filledAt) / 1e9 * rate);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens -= 1;
            return true;
        }
    }

    public static void main(String[] args) {
        long[] now = {0};
        RateLimiter limiter = new RateLimiter(2, 3, () -> now[0]);
        for (double seconds : new double[] {0, 0, 0, 0, 0.5, 0.5, 2}) {
            now[0] = Math.round(seconds * 1e9);
            String answer = limiter.allow() ? "allowed" : "refused";
            System.out.println(String.format(Locale.ROOT, "at %.1f s: %s", seconds, answer));
        }
    }
}
