import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWholeCharacters } from '../../../../functions/generate-snippet/models/whole-characters.ts';

describe('the pieces of an answer', () => {
  it('are joined where they cut a character apart, and have U+FFFD for a half that stands alone', () => {
    const whole = createWholeCharacters();
    expect(['a\ud83d', '\ude00b', '\udc00\ud800c', '\ud83d'].map(whole)).toEqual(['a', '😀b', '\ufffd\ufffdc', '']);
  });

  it('say the same in UTF-8 however an answer is cut, but for a half at its end', () => {
    const units = fc.array(fc.constantFrom('a', '\n', '\ud83d', '\ude00', '\ud800', '\udc00'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(units), (cut) => {
        const pieces = cut.map((part) => part.join(''));
        const whole = createWholeCharacters();
        const text = [...pieces, '.'].map(whole).join('');
        expect(text).toBe(Buffer.from(`${pieces.join('')}.`).toString());
      }),
    );
  });
});
