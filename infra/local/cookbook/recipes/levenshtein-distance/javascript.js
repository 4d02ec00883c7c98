/**
 * Returns how many single-character edits turn the source into the target.
 *
 * An edit inserts, deletes or replaces one character (a Unicode code point).
 * Takes O(n * m) time; only one row of the table is kept.
 */
function levenshteinDistance(source, target) {
  const targetCharacters = [...target];
  const row = Array.from({ length: targetCharacters.length + 1 }, (_, index) => index);
  let distance = targetCharacters.length;
  let i = 0;
  for (const sourceCharacter of source) {
    let diagonal = i++;
    distance = row[0] = i;
    targetCharacters.forEach((targetCharacter, j) => {
      const replaced = diagonal + (sourceCharacter === targetCharacter ? 0 : 1);
      diagonal = row[j + 1];
      distance = row[j + 1] = Math.min(replaced, diagonal + 1, distance + 1);
    });
  }
  return distance;
}

function main() {
  const pairs = [
    ['kitten', 'sitting'],
    ['flaw', 'lawn'],
    ['', 'abc'],
    ['same', 'same'],
  ];
  for (const [source, target] of pairs) {
    console.log(`"${source}" to "${target}": ${levenshteinDistance(source, target)}`);
  }
}

main();
