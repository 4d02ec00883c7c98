#include <cstddef>
#include <iostream>
#include <list>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>

/**
 * Holds at most `capacity` entries; a new one drops the least recently used.
 *
 * Reading and writing both count as use. Both take O(1) time on average. Not safe
 * for use by several threads at once.
 */
template <typename K, typename V>
class LruCache {
public:
    explicit LruCache(std::size_t capacity) : capacity_(capacity) {
        if (capacity == 0) throw std::invalid_argument("capacity must be at least 1");
    }

    /** Returns the value of the key, or nothing when it is not cached. */
    std::optional<V> get(const K& key) {
        const auto place = places_.find(key);
        if (place == places_.end()) return std::nullopt;
        make_newest(place->second);
        return place->second->second;
    }

    /** Sets the value of the key, dropping the least recently used when full. */
    void put(const K& key, V value) {
        if (const auto place = places_.find(key); place != places_.end()) {
            place->second->second = std::move(value);
            make_newest(place->second);
            return;
        }
        if (entries_.size() == capacity_) {
            places_.erase(entries_.back().first);
            entries_.pop_back();
        }
        entries_.emplace_front(key, std::move(value));
        places_[key] = entries_.begin();
    }

    std::size_t size() const { return entries_.size(); }

private:
    using Entries = std::list<std::pair<K, V>>;

    void make_newest(typename Entries::iterator entry) {
        entries_.splice(entries_.begin(), entries_, entry);
    }

    std::size_t capacity_;
    Entries entries_;  // the most recently used first
    std::unordered_map<K, typename Entries::iterator> places_;
};

int main() {
    LruCache<std::string, int> cache(2);
    cache.put("a", 1);
    cache.put("b", 2);
    cache.get("a");
    cache.put("c", 3);  // drops b, which was used least recently
    for (const std::string key : {"a", "b", "c"}) {
        const auto value = cache.get(key);
        std::cout << key << ": " << (value ? std::to_string(*value) : "not cached") << '\n';
    }
}
