// Reads a file line by line. Usage: node read-lines.js FILE
const { open } = require('node:fs/promises');

/**
 * Yields the lines of a UTF-8 text file without their line ends, one at a time.
 *
 * The file is never in memory as a whole. Rejects when it cannot be read.
 */
async function* readLines(path) {
  const file = await open(path);
  try {
    yield* file.readLines({ encoding: 'utf8' });
  } finally {
    await file.close().catch(() => undefined);
  }
}

async function main() {
  const [path] = process.argv.slice(2);
  if (path === undefined) {
    console.error('usage: read-lines.js FILE');
    process.exitCode = 2;
    return;
  }
  try {
    let number = 0;
    for await (const line of readLines(path)) console.log(`${++number}: ${line}`);
  } catch (error) {
    console.error(`cannot read ${path}: ${error.message}`);
    process.exitCode = 1;
  }
}

main();
