// One right answer to each task, by which its cases are checked.
const sumOfSquares = (numbers) => numbers.reduce((sum, number) => sum + number * number, 0);
const countVowels = (text) => (text.match(/[aeiou]/gi) ?? []).length;
const reverseWords = (text) => text.split(' ').reverse().join(' ');
const secondLargest = (numbers) => [...new Set(numbers)].sort((a, b) => b - a)[1] ?? null;
const runningTotal = (numbers) => numbers.map((_, index) => numbers.slice(0, index + 1).reduce((a, b) => a + b));
const caesarShift = (text, by) =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((((letter.charCodeAt(0) - base + by) % 26) + 26) % 26) + base);
  });
const flattenList = (list) => list.flat(Infinity);
const uniqueInOrder = (list) => [...new Set(list)];
const numerals = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];
const romanNumeral = (number) => {
  let left = number;
  let text = '';
  for (const [symbol, value] of numerals) {
    for (; left >= value; left -= value) text += symbol;
  }
  return text;
};
const fromRoman = (text) => {
  for (let number = 1; number < 4000; number++) if (romanNumeral(number) === text) return number;
  throw new Error(`${text} is no Roman numeral.`);
};
const toBinary = (number) => number.toString(2);
const digitSum = (number) => [...String(number)].reduce((sum, digit) => sum + Number(digit), 0);
const transposeMatrix = (rows) => rows[0].map((_, column) => rows.map((row) => row[column]));
const matrixProduct = (a, b) =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
const areAnagrams = (a, b) => {
  const letters = (text) => [...text.toLowerCase().replaceAll(' ', '')].sort().join('');
  return letters(a) === letters(b);
};
const chunkList = (list, size) => list.flatMap((_, index) => (index % size ? [] : [list.slice(index, index + size)]));
const rotateLeft = (list, k) => list.map((_, index) => list[(index + k) % list.length]);
const titleCase = (text) =>
  text
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ');
const isLeapYear = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const runLengthEncode = (text) => text.replace(/(.)\1*/g, (run, letter) => letter + run.length);
const runLengthDecode = (text) => text.replace(/(\D)(\d+)/g, (_, letter, count) => letter.repeat(Number(count)));
const longestWord = (text) => text.split(' ').reduce((best, word) => (word.length > best.length ? word : best));
const mergeSorted = (a, b) => [...a, ...b].sort((x, y) => x - y);
const countIslands = (grid) => {
  const sink = (y, x) => {
    if (grid[y]?.[x] !== 1) return 0;
    grid[y][x] = 0;
    for (const [dy, dx] of [
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ])
      sink(y + dy, x + dx);
    return 1;
  };
  return grid.flatMap((row, y) => row.map((_, x) => sink(y, x))).reduce((a, b) => a + b, 0);
};
const climbStairs = (n) => (n < 2 ? 1 : climbStairs(n - 1) + climbStairs(n - 2));
const coinChange = (coins, amount) => {
  const least = [0];
  for (let sum = 1; sum <= amount; sum++)
    least[sum] = Math.min(...coins.map((coin) => (least[sum - coin] ?? Infinity) + 1));
  return Number.isFinite(least[amount]) ? least[amount] : -1;
};
const maxSubarraySum = (numbers) => {
  let best = -Infinity;
  let here = 0;
  for (const number of numbers) {
    here = Math.max(number, here + number);
    best = Math.max(best, here);
  }
  return best;
};
const twoSum = (numbers, target) => {
  for (let i = 0; i < numbers.length; i++) {
    for (let j = i + 1; j < numbers.length; j++) if (numbers[i] + numbers[j] === target) return [i, j];
  }
  return null;
};
const longestUniqueSubstring = (text) => {
  let best = 0;
  for (let i = 0; i < text.length; i++) {
    const seen = new Set();
    for (let j = i; j < text.length && !seen.has(text[j]); j++) best = Math.max(best, seen.add(text[j]).size);
  }
  return best;
};
const groupByLength = (words) =>
  words.reduce((groups, word) => ({ ...groups, [word.length]: [...(groups[word.length] ?? []), word] }), {});
const wordFrequencies = (text) =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).reduce(
    (counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }),
    {},
  );
const pascalRow = (n) =>
  n === 0 ? [1] : [1, ...pascalRow(n - 1).map((value, index, row) => value + (row[index + 1] ?? 0))];
const collatzLength = (n) => (n === 1 ? 0 : 1 + collatzLength(n % 2 ? 3 * n + 1 : n / 2));
const isValidIpv4 = (text) => {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
};
const snakeToCamel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const camelToSnake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const parseDuration = (text) =>
  [...text.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * { h: 3600, m: 60, s: 1 }[unit],
    0,
  );
const evaluateRpn = (tokens) => {
  const stack = [];
  for (const token of tokens) {
    if (!'+-*'.includes(token)) {
      stack.push(Number(token));
      continue;
    }
    const b = stack.pop();
    const a = stack.pop();
    stack.push({ '+': a + b, '-': a - b, '*': a * b }[token]);
  }
  return stack[0];
};
const spiralOrder = (rows) =>
  rows.length === 0
    ? []
    : [...rows[0], ...spiralOrder(transposeMatrix(rows.slice(1).length ? rows.slice(1) : [[]]).reverse())];
const hammingDistance = (a, b) => [...a].filter((letter, index) => letter !== b[index]).length;
const missingNumber = (numbers) => (numbers.length * (numbers.length + 1)) / 2 - numbers.reduce((a, b) => a + b, 0);
const intersectSorted = (a, b) => a.filter((value) => b.includes(value));

module.exports = {
  sumOfSquares,
  countVowels,
  reverseWords,
  secondLargest,
  runningTotal,
  caesarShift,
  flattenList,
  uniqueInOrder,
  romanNumeral,
  fromRoman,
  toBinary,
  digitSum,
  transposeMatrix,
  matrixProduct,
  areAnagrams,
  chunkList,
  rotateLeft,
  titleCase,
  isLeapYear,
  runLengthEncode,
  runLengthDecode,
  longestWord,
  mergeSorted,
  countIslands,
  climbStairs,
  coinChange,
  maxSubarraySum,
  twoSum,
  longestUniqueSubstring,
  groupByLength,
  wordFrequencies,
  pascalRow,
  collatzLength,
  isValidIpv4,
  snakeToCamel,
  camelToSnake,
  parseDuration,
  evaluateRpn,
  spiralOrder,
  hammingDistance,
  missingNumber,
  intersectSorted,
};
