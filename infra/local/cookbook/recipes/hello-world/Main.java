final class Main {
    /** Returns a greeting for the name. */
    static String greeting(String name) {
        return "Hello, " + name + "!";
    }

    public static void main(String[] args) {
        System.out.println(greeting("world"));
    }
}
