/**
 * Returns 'Fizz' for multiples of 3, 'Buzz' for multiples of 5, 'FizzBuzz' for
 * multiples of both, and else the number itself.
 */
function fizzBuzz(number) {
  let word = '';
  if (number % 3 === 0) word += 'Fizz';
  if (number % 5 === 0) word += 'Buzz';
  return word || String(number);
}

function main() {
  for (let number = 1; number <= 100; number++) {
    console.log(fizzBuzz(number));
  }
}

main();
