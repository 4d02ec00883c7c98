/** Returns how many characters are one of a, e, i, o and u, in either case. */
function countVowels(text) {
  return text.match(/[aeiou]/gi)?.length ?? 0;
}

function main() {
  for (const text of ['Hello, world', 'AEIOU', 'rhythm']) {
    console.log(`"${text}" has ${countVowels(text)} vowels`);
  }
}

main();
