const { readFileSync } = require('node:fs');

// Letters and digits, with apostrophes inside a word: "doesn't" is one word.
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

const SAMPLE =
  'The quick brown fox jumps over the lazy dog. ' +
  "The dog doesn't mind; the fox does.";

/** Returns how often each word occurs in the text, in lower case. */
function countWords(text) {
  const counts = new Map();
  for (const [match] of text.matchAll(WORD)) {
    const word = match.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Returns the most frequent words, those equally frequent by the alphabet. */
function mostFrequent(counts, limit) {
  return [...counts]
    .sort(([wordA, a], [wordB, b]) => b - a || (wordA < wordB ? -1 : 1))
    .slice(0, limit);
}

/** Counts the words of the file named on the command line, or of the sample. */
function main() {
  const file = process.argv[2];
  const counts = countWords(file === undefined ? SAMPLE : readFileSync(file, 'utf8'));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${total} words, ${counts.size} different`);
  for (const [word, count] of mostFrequent(counts, 5)) {
    console.log(`${word}: ${count}`);
  }
}

main();
