/** Returns a greeting for the name. */
export function greeting(name = 'world'): string {
  return `Hello, ${name}!`;
}

console.log(greeting());
