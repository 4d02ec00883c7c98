/** Returns each item once, in the order of its first appearance. */
function withoutDuplicates(items) {
  return [...new Set(items)];
}

function main() {
  console.log(...withoutDuplicates([3, 1, 3, 2, 1]));
  console.log(...withoutDuplicates(['b', 'a', 'b', 'A']));
}

main();
