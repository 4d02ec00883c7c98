/**
 * Returns 1 * 2 * ... * n, which is 1 for 0. A bigint, because from n = 19 on the
 * result is above Number.MAX_SAFE_INTEGER.
 */
export function factorial(n: number): bigint {
  if (!Number.isInteger(n) || n < 0) {
    throw new RangeError(`n must be an integer and not negative, not ${n}`);
  }
  let product = 1n;
  for (let factor = 2; factor <= n; factor++) {
    product *= BigInt(factor);
  }
  return product;
}

function main(): void {
  for (const n of [0, 1, 5, 10, 20]) {
    console.log(`${n}! = ${factorial(n)}`);
  }
}

main();
