/** Returns a new object with the entries of both; where both have a key, the second wins. */
export function merge<A extends object, B extends object>(first: A, second: B): Omit<A, keyof B> & B {
  return { ...first, ...second };
}

function main(): void {
  const defaults = { colour: 'red', size: 10 };
  const chosen = { colour: 'blue', weight: 5 };
  for (const [key, value] of Object.entries(merge(defaults, chosen))) {
    console.log(`${key} = ${value}`);
  }
}

main();
