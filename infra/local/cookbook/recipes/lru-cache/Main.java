import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Main {
    /**
     * Holds at most {@code capacity} entries; a new one drops the least recently used.
     *
     * <p>Reading and writing both count as use. Both take O(1) time. Not safe for use by several
     * threads at once.
     */
    static final class LruCache<K, V> {
        private final Map<K, V> entries;

        LruCache(int capacity) {
            if (capacity < 1) {
                throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
            }
            // The last argument orders the entries by their last use, the oldest first.
            entries = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                    return size() > capacity;
                }
            };
        }

        /** Returns the value of the key, or empty when it is not cached. */
        Optional<V> get(K key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** Sets the value of the key, dropping the least recently used when full. */
        void put(K key, V value) {
            entries.put(key, value);
        }

        int size() {
            return entries.size();
        }
    }

    public static void main(String[] args) {
        LruCache<String, Integer> cache = new LruCache<>(2);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.put("c", 3); // drops b, which was used least recently
        for (String key : List.of("a", "b", "c")) {
            System.out.println(key + ": " + cache.get(key).map(String::valueOf).orElse("not cached"));
        }
    }
}
