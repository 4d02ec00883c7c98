/**
 * Returns the characters of the text in reverse order.
 *
 * The text is taken apart by code points, not by split(''), which would tear an
 * emoji into two halves.
 */
function reverse(text) {
  return [...text].reverse().join('');
}

function main() {
  for (const text of ['hello', 'Café 😀', '']) {
    console.log(`"${text}" reversed is "${reverse(text)}"`);
  }
}

main();
