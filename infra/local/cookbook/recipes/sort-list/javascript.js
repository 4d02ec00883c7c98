/**
 * Returns the numbers from the smallest to the largest, as a new array.
 *
 * Without the comparison, sort() would compare the numbers as texts: 10 before 9.
 */
function sortNumbers(numbers) {
  return [...numbers].sort((a, b) => a - b);
}

/** Returns the words in alphabetical order, upper and lower case alike, as a new array. */
function sortWords(words) {
  return [...words].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' }));
}

function main() {
  const numbers = [5, 2, 9, 1, 5];
  console.log('ascending:', ...sortNumbers(numbers));
  console.log('descending:', ...sortNumbers(numbers).reverse());
  console.log('words:', ...sortWords(['cherry', 'Apple', 'banana']));
}

main();
