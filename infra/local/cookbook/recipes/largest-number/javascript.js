/**
 * Returns the largest number, or undefined for an empty array.
 *
 * Math.max(...numbers) would give -Infinity for an empty array and fails for a very long one.
 */
function largest(numbers) {
  return numbers.reduce((best, number) => (best === undefined || number > best ? number : best), undefined);
}

function main() {
  for (const numbers of [[3, -1, 9, 4], [-5, -2], []]) {
    console.log(`largest of ${numbers.length} numbers: ${largest(numbers) ?? 'none'}`);
  }
}

main();
