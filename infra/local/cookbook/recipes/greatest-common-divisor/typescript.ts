/**
 * Returns the greatest common divisor of a and b, never negative, by Euclid's
 * algorithm. gcd(a, 0) is the absolute value of a, and gcd(0, 0) is 0.
 */
export function gcd(a: number, b: number): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) {
    throw new RangeError(`expected two safe integers, not ${a} and ${b}`);
  }
  while (b !== 0) {
    [a, b] = [b, a % b];
  }
  return Math.abs(a);
}

function main(): void {
  for (const [a, b] of [
    [48, 18],
    [17, 5],
    [0, 9],
    [-12, 30],
    [0, 0],
  ]) {
    console.log(`gcd(${a}, ${b}) = ${gcd(a, b)}`);
  }
}

main();
