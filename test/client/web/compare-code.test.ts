import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLines } from '../../../client/web/code/colour-lines.ts';
import { compareCode } from '../../../client/web/code/compare-code.ts';

const compare = (before: string, after: string) =>
  compareCode(before, after, { before: plainLines(before), after: plainLines(after) });
const text = (row: { readonly line: readonly (readonly [string, string])[] }) =>
  row.line.map(([, part]) => part).join('');

describe('a comparison of two codes', () => {
  it('says of each line what became of it, with its number before and after', () => {
    const rows = compare('a\nb\nc\n', 'new\na\nB\nc\nd\n');
    expect(rows?.map(({ kind, before, after, ...row }) => [kind, before, after, text(row)])).toEqual([
      ['added', undefined, 1, 'new'],
      ['same', 1, 2, 'a'],
      ['removed', 2, undefined, 'b'],
      ['added', undefined, 3, 'B'],
      ['same', 3, 4, 'c'],
      ['added', undefined, 5, 'd'],
    ]);
  });

  it('holds both codes whole, whatever they are', () => {
    const lines = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 })
      .map((parts) => parts.map((part) => `${part}\n`).join(''));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const rows = compare(before, after) ?? [];
        const joined = (without: string): string =>
          rows
            .filter(({ kind }) => kind !== without)
            .map((row) => `${text(row)}\n`)
            .join('');
        expect([joined('added'), joined('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('gives up on two long codes that have nothing in common', () => {
    const long = (word: string): string =>
      Array.from({ length: 12_000 }, (_, n) => `${word} ${n} ${(n * 7919) % 613}\n`).join('');
    expect(compare(long('before'), long('after'))).toBeUndefined();
  });
});
