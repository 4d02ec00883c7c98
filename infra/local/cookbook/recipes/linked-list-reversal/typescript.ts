/** One node of a singly linked list; the empty list is null. */
export interface ListNode<T> {
  value: T;
  next: ListNode<T> | null;
}

/**
 * Reverses the list in place and returns its new head.
 *
 * Takes O(n) time and O(1) space.
 */
export function reverse<T>(head: ListNode<T> | null): ListNode<T> | null {
  let reversed: ListNode<T> | null = null;
  while (head !== null) {
    const rest = head.next;
    head.next = reversed;
    reversed = head;
    head = rest;
  }
  return reversed;
}

/** Returns a list of the values, in their order. */
function fromValues<T>(values: readonly T[]): ListNode<T> | null {
  return values.reduceRight<ListNode<T> | null>(
    (next, value) => ({ value, next }),
    null,
  );
}

/** Yields the values of the list, first to last. */
function* valuesOf<T>(head: ListNode<T> | null): Generator<T> {
  for (let node = head; node !== null; node = node.next) {
    yield node.value;
  }
}

function show<T>(head: ListNode<T> | null): string {
  return [...valuesOf(head)].join(' -> ') || '(empty)';
}

function main(): void {
  const numbers = fromValues([1, 2, 3, 4]);
  console.log(show(numbers));
  console.log(show(reverse(numbers)));
  console.log(show(reverse(null)));
}

main();
