/**
 * Returns the indices of two numbers whose sum is `target`, or null.
 *
 * One pass: for each number, its partner is looked up among those before it. O(n) time.
 */
function twoSum(numbers, target) {
  const indexOf = new Map();
  for (const [index, number] of numbers.entries()) {
    const partner = indexOf.get(target - number);
    if (partner !== undefined) return [partner, index];
    indexOf.set(number, index);
  }
  return null;
}

function main() {
  const cases = [
    [[2, 7, 11, 15], 9],
    [[3, 2, 4], 6],
    [[3, 3], 6],
    [[1, 2], 7],
  ];
  for (const [numbers, target] of cases) {
    console.log(`target ${target}: ${twoSum(numbers, target)?.join(' and ') ?? 'none'}`);
  }
}

main();
