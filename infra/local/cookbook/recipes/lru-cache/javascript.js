/**
 * Holds at most `capacity` entries; a new one drops the least recently used.
 *
 * Reading and writing both count as use. Both take O(1) time: a Map keeps its
 * keys in the order in which they were set, so the first is the oldest.
 */
class LRUCache {
  #capacity;
  #entries = new Map();

  constructor(capacity) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`capacity must be a positive integer, not ${capacity}`);
    }
    this.#capacity = capacity;
  }

  get size() {
    return this.#entries.size;
  }

  /** Returns the value of the key, or undefined when it is not cached. */
  get(key) {
    if (!this.#entries.has(key)) return undefined;
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  /** Sets the value of the key, dropping the least recently used when full. */
  put(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }
}

function main() {
  const cache = new LRUCache(2);
  cache.put('a', 1);
  cache.put('b', 2);
  cache.get('a');
  cache.put('c', 3); // drops b, which was used least recently
  for (const key of ['a', 'b', 'c']) {
    console.log(`${key}: ${cache.get(key) ?? 'not cached'}`);
  }
}

main();
