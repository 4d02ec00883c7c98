/**
 * Returns whether the number is prime, by trial division in O(sqrt(n)) time.
 * Throws a RangeError when it is not a safe integer.
 *
 * Every prime above 3 is one less or one more than a multiple of 6, so only such
 * divisors are tried.
 */
export function isPrime(number: number): boolean {
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`expected a safe integer, not ${number}`);
  }
  if (number < 2) return false;
  if (number < 4) return true;
  if (number % 2 === 0 || number % 3 === 0) return false;
  for (let divisor = 5; divisor * divisor <= number; divisor += 6) {
    if (number % divisor === 0 || number % (divisor + 2) === 0) return false;
  }
  return true;
}

function main(): void {
  for (const number of [-7, 0, 1, 2, 9, 25, 97, 561, 7919]) {
    console.log(`${number} is ${isPrime(number) ? 'prime' : 'not prime'}`);
  }
}

main();
