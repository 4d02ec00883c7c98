import { describe, expect, it } from 'vitest';
import type { HeldCode } from '../../../functions/generate-snippet/held-code.ts';
import { createHeldCode } from '../../../functions/generate-snippet/held-code.ts';
import { snippetLimits } from '../../../schema/limits/snippet-limits.ts';

const MOST = snippetLimits.codeBytes;

/** Held code after these texts, and how often it told of a change. */
function holding(...texts: string[]): { held: HeldCode; changes: () => number } {
  let changes = 0;
  const held = createHeldCode(() => (changes += 1));
  for (const text of texts) held.add([{ text, restart: false }]);
  return { held, changes: () => changes };
}

describe('code that is held', () => {
  it('grows piece by piece, counts its bytes of UTF-8, and tells of each change', () => {
    const { held, changes } = holding('é', '😀\n');
    expect(held).toMatchObject({ code: 'é😀\n', bytes: 7, beginnings: 1, full: false });
    expect(changes()).toBe(2);
  });

  it('tells of nothing when a piece is empty, and does not begin with it', () => {
    const { held, changes } = holding('');
    expect(held).toMatchObject({ code: '', beginnings: 0 });
    expect(changes()).toBe(0);
  });

  it('begins again with a piece that says so', () => {
    const { held } = holding('let a;\n');
    held.add([
      { text: 'let b;\n', restart: true },
      { text: 'let c;\n', restart: false },
    ]);
    expect(held).toMatchObject({ code: 'let b;\nlet c;\n', bytes: 14, beginnings: 2 });
  });

  it('begins again when it was dropped, once there is new code', () => {
    const { held } = holding('let a;\n');
    held.beginAgain();
    expect(held).toMatchObject({ code: '', bytes: 0, beginnings: 1 });
    held.add([{ text: 'b', restart: false }]);
    expect(held).toMatchObject({ code: 'b', bytes: 1, beginnings: 2 });
  });
});

describe('code at the cap', () => {
  it('may fill it to the last byte', () => {
    const { held } = holding('x'.repeat(MOST));
    expect(held).toMatchObject({ bytes: MOST, full: false });
  });

  it.each([
    ['a letter of one byte', 'x', 0],
    ['a letter of two bytes', 'é', 1],
    ['a letter of three bytes', '語', 2],
    ['a pair of surrogates, four bytes', '😀', 3],
  ])('is cut in front of %s that does not fit whole', (_name, letter, bytesLeft) => {
    const start = 'x'.repeat(MOST - bytesLeft);
    const { held } = holding(start, letter);
    expect(held.code).toBe(start);
    expect(held).toMatchObject({ bytes: MOST - bytesLeft, full: true });
  });

  it('keeps the letters of a piece that still fit', () => {
    const { held } = holding('x'.repeat(MOST - 7), '語語語語');
    expect(held.code.slice(-3)).toBe('x語語');
    expect(held).toMatchObject({ bytes: MOST - 1, full: true });
  });

  it('takes nothing more, not even what would fit, and does not tell of it', () => {
    const { held, changes } = holding('x'.repeat(MOST - 1), '語', 'y');
    expect(held.code.endsWith('y')).toBe(false);
    expect(changes()).toBe(1);
  });

  it('is free again when the code begins again', () => {
    const { held } = holding('x'.repeat(MOST + 1));
    held.beginAgain();
    held.add([{ text: 'y', restart: false }]);
    expect(held).toMatchObject({ code: 'y', full: false });
  });
});
