/**
 * Sorts the items in place, in ascending order.
 *
 * Takes O(n log n) comparisons on average and O(log n) extra space: the smaller
 * side is sorted by recursion, the larger one by the loop. Equal items are
 * gathered in the middle, so many duplicates do no harm.
 */
function quicksort(items, low = 0, high = items.length - 1) {
  while (low < high) {
    const [first, last] = partition(items, low, high);
    if (first - low < high - last) {
      quicksort(items, low, first - 1);
      low = last + 1;
    } else {
      quicksort(items, last + 1, high);
      high = first - 1;
    }
  }
}

/**
 * Moves smaller items before the pivot and larger ones behind it; returns where
 * the items equal to it begin and end.
 */
function partition(items, low, high) {
  const pivot = items[Math.floor((low + high) / 2)];
  let current = low;
  while (current <= high) {
    if (items[current] < pivot) {
      swap(items, low++, current++);
    } else if (items[current] > pivot) {
      swap(items, current, high--);
    } else {
      current++;
    }
  }
  return [low, high];
}

function swap(items, i, j) {
  [items[i], items[j]] = [items[j], items[i]];
}

function main() {
  const numbers = [5, 3, 8, -1, 9, 2, 5, 0];
  console.log('before:', numbers.join(' '));
  quicksort(numbers);
  console.log('after:', numbers.join(' '));
}

main();
