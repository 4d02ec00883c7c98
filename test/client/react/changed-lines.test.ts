import { describe, expect, it } from 'vitest';
import { changedLines } from '../../../client/react/changed-lines.ts';

const many = (word: string): string => Array.from({ length: 12_000 }, (_, index) => `${word}${index}\n`).join('');

describe('the lines that changed', () => {
  it.each([
    ['a\nb\nc\n', 'a\nB\nc\n', ['a\n', '-b\n', '+B\n', 'c\n']],
    ['', 'a\nb', ['+a\n', '+b']],
    ['a\n', '', ['-a\n']],
    ['a', 'a\n', ['-a', '+a\n']],
    ['same', 'same', ['same']],
  ])('of %j and %j', (before, after, lines) => {
    const marks = { added: '+', removed: '-' } as const;
    const found = changedLines(before, after) ?? [];
    expect(found.map(({ text, change }) => (change ? marks[change] : '') + text)).toEqual(lines);
    expect(
      found
        .filter(({ change }) => change !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
    expect(
      found
        .filter(({ change }) => change !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
  });

  it('are not looked for in versions that have nothing in common', () => {
    expect(changedLines(many('old'), many('new'))).toBeUndefined();
  });
});
