/**
 * Returns all primes that are at most the limit, in ascending order, by the
 * sieve of Eratosthenes.
 *
 * Takes O(n log log n) time and O(n) space.
 */
function primesUpTo(limit) {
  const primes = [];
  const crossedOut = new Uint8Array(Math.max(0, Math.floor(limit) + 1));
  for (let number = 2; number <= limit; number++) {
    if (crossedOut[number]) continue;
    primes.push(number);
    // Smaller multiples were crossed out by smaller primes.
    for (let multiple = number * number; multiple <= limit; multiple += number) {
      crossedOut[multiple] = 1;
    }
  }
  return primes;
}

function main() {
  console.log(primesUpTo(100).join(' '));
}

main();
