/** Returns each item once, in the order of its first appearance. */
export function withoutDuplicates<T>(items: Iterable<T>): T[] {
  return [...new Set(items)];
}

function main(): void {
  console.log(withoutDuplicates([3, 1, 3, 2, 1]).join(' '));
  console.log(withoutDuplicates(['b', 'a', 'b', 'A']).join(' '));
}

main();
