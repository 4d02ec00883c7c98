/**
 * Sorts the array in place.
 *
 * Each pass moves the largest remaining item to the end. A pass without a swap
 * means that the array is sorted. Takes O(n^2) time.
 */
function bubbleSort(items) {
  for (let end = items.length - 1; end > 0; end--) {
    let swapped = false;
    for (let i = 0; i < end; i++) {
      if (items[i] > items[i + 1]) {
        [items[i], items[i + 1]] = [items[i + 1], items[i]];
        swapped = true;
      }
    }
    if (!swapped) return;
  }
}

function main() {
  const numbers = [5, 3, 8, -1, 9, 2, 5, 0];
  console.log('before:', ...numbers);
  bubbleSort(numbers);
  console.log('after:', ...numbers);
}

main();
