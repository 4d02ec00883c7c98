import java.util.Locale;

final class Main {
    static double toFahrenheit(double celsius) {
        return celsius * 9 / 5 + 32;
    }

    static double toCelsius(double fahrenheit) {
        return (fahrenheit - 32) * 5 / 9;
    }

    public static void main(String[] args) {
        for (double celsius : new double[] {-40, 0, 37, 100}) {
            System.out.println(String.format(Locale.ROOT, "%.1f C = %.1f F", celsius, toFahrenheit(celsius)));
        }
        System.out.println(String.format(Locale.ROOT, "%.1f F = %.1f C", 212.0, toCelsius(212)));
    }
}
