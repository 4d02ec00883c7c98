interface ListNode<T> {
  readonly value: T;
  next: ListNode<T> | null;
}

/** A singly linked list: holds values in the order in which they were added. */
export class LinkedList<T> implements Iterable<T> {
  #head: ListNode<T> | null = null;

  /** Adds a value at the beginning. O(1) time. */
  prepend(value: T): void {
    this.#head = { value, next: this.#head };
  }

  /** Adds a value at the end. O(n) time. */
  append(value: T): void {
    const added: ListNode<T> = { value, next: null };
    if (this.#head === null) {
      this.#head = added;
      return;
    }
    let node = this.#head;
    while (node.next !== null) node = node.next;
    node.next = added;
  }

  /** Removes the first node with this value and says whether there was one. */
  remove(value: T): boolean {
    let before: ListNode<T> | null = null;
    for (let node = this.#head; node !== null; before = node, node = node.next) {
      if (node.value !== value) continue;
      if (before === null) this.#head = node.next;
      else before.next = node.next;
      return true;
    }
    return false;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let node = this.#head; node !== null; node = node.next) yield node.value;
  }

  toString(): string {
    return [...this].join(' -> ') || '(empty)';
  }
}

function main(): void {
  const items = new LinkedList<number>();
  console.log(`${items}`);
  for (const value of [1, 2, 3]) items.append(value);
  items.prepend(0);
  console.log(`${items}`);
  console.log('removed 2:', items.remove(2) ? 'yes' : 'no');
  console.log('removed 9:', items.remove(9) ? 'yes' : 'no');
  console.log(`${items}`);
}

main();
