/**
 * Returns whether both texts have the same letters, each equally often.
 *
 * Case, spaces and punctuation do not count.
 */
function areAnagrams(first, second) {
  const letters = (text) => [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
  return letters(first) === letters(second);
}

function main() {
  const pairs = [
    ['listen', 'silent'],
    ['Dormitory', 'Dirty room'],
    ['hello', 'world'],
    ['aab', 'abb'],
  ];
  for (const [first, second] of pairs) {
    console.log(`"${first}" and "${second}": ${areAnagrams(first, second) ? 'yes' : 'no'}`);
  }
}

main();
