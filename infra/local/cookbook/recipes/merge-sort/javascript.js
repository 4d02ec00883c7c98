/**
 * Returns a new array of the items in ascending order.
 *
 * Stable: equal items keep their order. Takes O(n log n) time, O(n) space.
 */
function mergeSort(items) {
  if (items.length < 2) return [...items];
  const middle = Math.floor(items.length / 2);
  return merge(mergeSort(items.slice(0, middle)), mergeSort(items.slice(middle)));
}

/** Returns the items of two sorted arrays as one sorted array. */
function merge(left, right) {
  const merged = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    merged.push(right[j] < left[i] ? right[j++] : left[i++]);
  }
  return merged.concat(left.slice(i), right.slice(j));
}

function main() {
  console.log(mergeSort([5, 3, 8, -1, 9, 2, 5, 0]).join(' '));
  console.log(mergeSort(['pear', 'fig', 'apple', 'kiwi']).join(' '));
}

main();
