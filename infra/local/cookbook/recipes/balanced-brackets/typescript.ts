const CLOSING = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/**
 * Returns whether every bracket in the text is closed, by its own kind, in order.
 *
 * The brackets are (), [] and {}; all other characters are ignored.
 */
export function isBalanced(text: string): boolean {
  const expected: string[] = [];
  for (const character of text) {
    const closing = CLOSING.get(character);
    if (closing !== undefined) {
      expected.push(closing);
    } else if (')]}'.includes(character) && expected.pop() !== character) {
      return false;
    }
  }
  return expected.length === 0;
}

function main(): void {
  for (const text of ['{[()]}', 'f(a[0], {b: 1})', '([)]', '((', ')', '']) {
    console.log(`"${text}": ${isBalanced(text) ? 'balanced' : 'not balanced'}`);
  }
}

main();
