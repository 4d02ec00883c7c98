const { randomInt } = require('node:crypto');

const groups = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', '!#$%&*+-=?@_'];

const pick = (chars) => chars[randomInt(chars.length)];

/**
 * Returns a password with at least one character of each group.
 *
 * Throws a RangeError for a length below 8. The randomness is that of the system, fit
 * for secrets; Math.random() is not.
 */
function makePassword(length = 16) {
  if (!Number.isInteger(length) || length < 8) throw new RangeError(`length must be at least 8, not ${length}`);
  const chars = groups.map(pick);
  while (chars.length < length) chars.push(pick(groups.join('')));
  for (let i = chars.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [chars[i], chars[j]] = [chars[j], chars[i]];
  }
  return chars.join('');
}

console.log(makePassword(Number(process.argv[2] ?? 16)));
