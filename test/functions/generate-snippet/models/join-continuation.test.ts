import { describe, expect, it } from 'vitest';
import {
  extractContinuation,
  joinContinuation,
} from '../../../../functions/generate-snippet/models/join-continuation.ts';

const names = ['python', 'py'];

describe('the code of a continuation', () => {
  it.each([
    ['text without a fence', 'urn a\n\nprint(1)\n', 'urn a\n\nprint(1)\n'],
    ['a fence of its own', '```python\n    return a\n```\n', '    return a\n'],
    ['a fence behind a sentence', 'Here is the rest:\n\n```python\n    return a\n```\nDone.', '    return a\n'],
    ['an unnamed fence behind a sentence', 'The rest:\n```\nreturn a\n```\n', 'return a\n'],
    ['a fence that only closes', 'urn a\n```', 'urn a\n'],
    ['a fence that only closes, and a sentence', 'urn a\n```\n\nThis function returns a.\n', 'urn a\n'],
    ['a fence that only closes, and another block', 'urn a\n```\nRun:\n```bash\npython a.py\n```\n', 'urn a\n'],
    ['a fence without an end', '```python\nreturn a', 'return a'],
    ['nothing', '', ''],
    ['only a fence that closes', '```\n', ''],
  ])('is read from %s', (_, text, code) => {
    expect(extractContinuation(text, names).code).toBe(code);
  });
});

describe('joining a continuation', () => {
  it.each([
    ['goes on within the word', 'a = 1\nret', 'urn a\n', 'a = 1\nreturn a\n'],
    ['goes on with the next line', 'a = 1\n', 'b = 2\n', 'a = 1\nb = 2\n'],
    ['says the cut line again', 'def f():\n    ret', '    return 1\n', 'def f():\n    return 1\n'],
    ['says a short cut line again', 'a\nb', 'b = 2\n', 'a\nb = 2\n'],
    [
      'says two lines again',
      'first = 1\nsecond = 2\nth',
      'second = 2\nthird = 3\n',
      'first = 1\nsecond = 2\nthird = 3\n',
    ],
    ['begins by chance with the same letter', 'x = data', 'a + 1', 'x = dataa + 1'],
    ['begins by chance with a line end', 'a = 1\n', '\nb = 2\n', 'a = 1\n\nb = 2\n'],
    ['begins by chance with the same indent', 'if a:\n    ', '    b', 'if a:\n        b'],
    ['says characters of two units again', 's = "😀😀😀😀', '😀😀😀😀"', 's = "😀😀😀😀"'],
    ['comes to nothing', 'a = 1\n', '', 'a = 1\n'],
  ])('gives the whole code when it %s', (_, held, continuation, whole) => {
    expect(held + joinContinuation(held, continuation)).toBe(whole);
  });

  it('leaves out at most 400 units', () => {
    const said = 'x'.repeat(500);
    expect(joinContinuation(said, said)).toHaveLength(100);
  });
});
