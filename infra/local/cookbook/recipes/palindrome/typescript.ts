/**
 * Returns whether the text reads the same in both directions.
 *
 * Only letters and digits count, and their case does not. A text without any is
 * a palindrome.
 */
export function isPalindrome(text: string): boolean {
  const letters = text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
  for (let left = 0, right = letters.length - 1; left < right; left++, right--) {
    if (letters[left] !== letters[right]) return false;
  }
  return true;
}

function main(): void {
  for (const text of [
    'racecar',
    'A man, a plan, a canal: Panama',
    'hello',
    '12321',
    '',
  ]) {
    console.log(`"${text}": ${isPalindrome(text) ? 'yes' : 'no'}`);
  }
}

main();
