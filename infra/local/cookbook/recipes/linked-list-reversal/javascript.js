/**
 * Reverses the list in place and returns its new head. A node of the list is
 * { value, next }, and the empty list is null.
 *
 * Takes O(n) time and O(1) space.
 */
function reverse(head) {
  let reversed = null;
  while (head !== null) {
    const rest = head.next;
    head.next = reversed;
    reversed = head;
    head = rest;
  }
  return reversed;
}

/** Returns a list of the values, in their order. */
function fromValues(values) {
  return values.reduceRight((next, value) => ({ value, next }), null);
}

/** Yields the values of the list, first to last. */
function* valuesOf(head) {
  for (let node = head; node !== null; node = node.next) {
    yield node.value;
  }
}

function show(head) {
  return [...valuesOf(head)].join(' -> ') || '(empty)';
}

function main() {
  const numbers = fromValues([1, 2, 3, 4]);
  console.log(show(numbers));
  console.log(show(reverse(numbers)));
  console.log(show(reverse(null)));
}

main();
