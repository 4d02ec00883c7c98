/**
 * Returns the index of the first item equal to the target, or -1.
 *
 * The items must be in ascending order. Takes O(log n) comparisons.
 */
function binarySearch(items, target) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (items[middle] < target) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return items[low] === target ? low : -1;
}

function main() {
  const numbers = [2, 3, 5, 7, 11, 13, 17, 19];
  for (const target of [7, 2, 19, 4, 23]) {
    const index = binarySearch(numbers, target);
    console.log(`${target}: ${index === -1 ? 'not found' : `index ${index}`}`);
  }
}

main();
