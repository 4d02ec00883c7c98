/** Yields the Fibonacci numbers without end: 0, 1, 1, 2, 3, 5, ... */
export function* fibonacciSequence(): Generator<bigint, never> {
  let [current, following] = [0n, 1n];
  while (true) {
    yield current;
    [current, following] = [following, current + following];
  }
}

/**
 * Returns the n-th Fibonacci number, counted from fibonacci(0) = 0. A bigint,
 * because from n = 79 on the result is above Number.MAX_SAFE_INTEGER.
 */
export function fibonacci(n: number): bigint {
  if (!Number.isInteger(n) || n < 0) {
    throw new RangeError(`n must be an integer and not negative, not ${n}`);
  }
  let [current, following] = [0n, 1n];
  for (let i = 0; i < n; i++) {
    [current, following] = [following, current + following];
  }
  return current;
}

function main(): void {
  const firstTen: bigint[] = [];
  for (const number of fibonacciSequence()) {
    firstTen.push(number);
    if (firstTen.length === 10) break;
  }
  console.log(firstTen.join(' '));
  console.log(`fibonacci(90) = ${fibonacci(90)}`);
}

main();
