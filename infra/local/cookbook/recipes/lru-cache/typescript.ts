/**
 * Holds at most `capacity` entries; a new one drops the least recently used.
 *
 * Reading and writing both count as use. Both take O(1) time: a Map keeps its
 * keys in the order in which they were set, so the first is the oldest.
 */
export class LRUCache<K, V> {
  readonly #capacity: number;
  readonly #entries = new Map<K, V>();

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`capacity must be a positive integer, not ${capacity}`);
    }
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Returns the value of the key, or undefined when it is not cached. */
  get(key: K): V | undefined {
    if (!this.#entries.has(key)) return undefined;
    const value = this.#entries.get(key) as V;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  /** Sets the value of the key, dropping the least recently used when full. */
  put(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }
}

function main(): void {
  const cache = new LRUCache<string, number>(2);
  cache.put('a', 1);
  cache.put('b', 2);
  cache.get('a');
  cache.put('c', 3); // drops b, which was used least recently
  for (const key of ['a', 'b', 'c']) {
    console.log(`${key}: ${cache.get(key) ?? 'not cached'}`);
  }
}

main();
