/** Returns a new object with the entries of both; where both have a key, the second wins. */
function merge(first, second) {
  return { ...first, ...second };
}

function main() {
  const defaults = { colour: 'red', size: 10 };
  const chosen = { colour: 'blue', weight: 5 };
  for (const [key, value] of Object.entries(merge(defaults, chosen))) {
    console.log(`${key} = ${value}`);
  }
}

main();
