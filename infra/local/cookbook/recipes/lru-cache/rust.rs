use std::collections::HashMap;
use std::hash::Hash;

/// Holds at most `capacity` entries; a new one drops the least recently used.
///
/// Reading and writing both count as use. Both take O(1) time: the entries form a
/// ring in the order of their last use, linked by their places in a vector.
struct LruCache<K, V> {
    capacity: usize,
    places: HashMap<K, usize>,
    entries: Vec<Entry<K, V>>,
    newest: usize,
}

struct Entry<K, V> {
    key: K,
    value: V,
    older: usize,
    newer: usize,
}

impl<K: Hash + Eq + Clone, V> LruCache<K, V> {
    /// Panics when the capacity is 0.
    fn new(capacity: usize) -> Self {
        assert!(capacity > 0, "capacity must be at least 1");
        Self {
            capacity,
            places: HashMap::new(),
            entries: Vec::new(),
            newest: 0,
        }
    }

    /// Returns the value of the key, or `None` when it is not cached.
    fn get(&mut self, key: &K) -> Option<&V> {
        let place = *self.places.get(key)?;
        self.make_newest(place);
        Some(&self.entries[place].value)
    }

    /// Sets the value of the key, dropping the least recently used when full.
    fn put(&mut self, key: K, value: V) {
        if let Some(&place) = self.places.get(&key) {
            self.entries[place].value = value;
            self.make_newest(place);
        } else if self.entries.len() < self.capacity {
            let place = self.entries.len();
            self.places.insert(key.clone(), place);
            self.entries.push(Entry {
                key,
                value,
                older: place,
                newer: place,
            });
            self.make_newest(place);
        } else {
            // In the ring the oldest comes next after the newest: it becomes the new entry.
            let place = self.entries[self.newest].newer;
            self.places.remove(&self.entries[place].key);
            self.places.insert(key.clone(), place);
            self.entries[place].key = key;
            self.entries[place].value = value;
            self.newest = place;
        }
    }

    /// Takes the entry out of the ring and puts it between the newest and the oldest.
    fn make_newest(&mut self, place: usize) {
        if place == self.newest {
            return;
        }
        let Entry { older, newer, .. } = self.entries[place];
        self.entries[older].newer = newer;
        self.entries[newer].older = older;
        let oldest = self.entries[self.newest].newer;
        self.entries[place].older = self.newest;
        self.entries[place].newer = oldest;
        self.entries[self.newest].newer = place;
        self.entries[oldest].older = place;
        self.newest = place;
    }
}

fn main() {
    let mut cache = LruCache::new(2);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.get(&"a");
    cache.put("c", 3); // drops b, which was used least recently
    for key in ["a", "b", "c"] {
        match cache.get(&key) {
            Some(value) => println!("{key}: {value}"),
            None => println!("{key}: not cached"),
        }
    }
}
