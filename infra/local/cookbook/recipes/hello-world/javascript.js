/** Returns a greeting for the name. */
function greeting(name = 'world') {
  return `Hello, ${name}!`;
}

console.log(greeting());
