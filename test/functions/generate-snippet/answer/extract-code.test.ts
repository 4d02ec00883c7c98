import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodePiece, ExtractedCode } from '../../../../functions/generate-snippet/answer/code-piece.ts';
import { createCodeExtractor } from '../../../../functions/generate-snippet/answer/extract-code.ts';
import { languages } from '../../../../schema/languages.ts';
import { modelAnswers } from '../../../support/answers/model-answers.ts';
import { seenAnswers } from '../../../support/answers/seen/seen-answers.ts';

/** How often each answer is cut at random. Mutants are tried with fewer, see test/configs/mutation.config.ts. */
const CUTS = Number(process.env['CUTS_PER_ANSWER'] ?? 200);

interface Read {
  readonly pieces: readonly CodePiece[];
  /** What someone holds who applies the pieces in order. */
  readonly held: string;
  readonly result: ExtractedCode;
}

function read(names: readonly string[], parts: readonly string[]): Read {
  const extractor = createCodeExtractor(names);
  const pieces = parts.flatMap((part) => extractor.push(part));
  const end = extractor.end();
  pieces.push(...end.pieces);
  const held = pieces.reduce((code, { text, restart }) => (restart ? text : code + text), '');
  return { pieces, held, result: end.result };
}

/** The text in parts, cut anywhere, between the halves of a character too. */
function partsOf(text: string): fc.Arbitrary<string[]> {
  return fc.array(fc.nat(text.length), { maxLength: 40 }).map((places) => {
    const cuts = [0, ...places.sort((a, b) => a - b), text.length];
    return cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
  });
}

function expectSameForEveryCut(names: readonly string[], answer: string, code: string): void {
  const whole = read(names, [answer]).result;
  const check = (parts: string[]): void => {
    const { held, pieces, result } = read(names, parts);
    expect(held).toBe(code);
    expect(result).toEqual(whole);
    expect(pieces.filter(({ text }) => /[\uD800-\uDBFF]$/.test(text))).toEqual([]);
  };
  check([...answer]);
  check(answer.split(''));
  fc.assert(fc.property(partsOf(answer), check), { numRuns: CUTS });
}

describe('the code in an answer', () => {
  it.each(modelAnswers)('is found whole: $title', ({ names, answer, code, kind, complete }) => {
    const { held, result } = read(names, [answer]);
    expect(result).toMatchObject({ code, kind, complete });
    expect(held).toBe(code);
  });

  it.each(modelAnswers)('is the same however the answer is cut: $title', ({ names, answer, code }) => {
    expectSameForEveryCut(names, answer, code);
  });

  it.each(seenAnswers)('is found in $kind: $title', ({ asked, answer, right }) => {
    const names = languages[asked].fences;
    const { held, result } = read(names, [answer]);
    expect(right).toContain(result.code);
    expect(held).toBe(result.code);
    expectSameForEveryCut(names, answer, result.code);
  });

  it('is kept to the byte in a fence that keeps to the rule, whatever it is', () => {
    const line = fc.oneof(
      fc.constantFrom('', '  ', '\t', '# a', '1', 'print(1)', '> a', '- b', '<code>', '"""', "'''", '/*', '}', 'Done.'),
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[`~\r\n]/g, '')),
    );
    const prose = fc.constantFrom('', 'Here it is:\n\n', 'Sure! This is what you asked for.\n');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), prose, prose, (lines, before, after) => {
        const code = `x = 0\n${lines.join('\n')}\n`;
        const { result, held } = read(['python'], [`${before}\`\`\`python\n${code}\`\`\`\n${after}`]);
        expect(result).toMatchObject({ code, kind: 'fenced', complete: true });
        expect(held).toBe(code);
      }),
      { numRuns: 2000 },
    );
  });

  it('is kept to the byte in a fence that is longer than all within it', () => {
    const line = fc.constantFrom('', '# A', 'Text.', 'Look:', '```', '```bash', '```js', '  ```', '````', '~~~', '- b');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom('', 'Here:\n\n'), (lines, before) => {
        const code = `# Title\n${lines.join('\n')}\n`;
        const { result, held } = read(['markdown', 'md'], [`${before}\`\`\`\`\`markdown\n${code}\`\`\`\`\`\n`]);
        expect(result).toMatchObject({ code, kind: 'fenced', complete: true });
        expect(held).toBe(code);
      }),
      { numRuns: 2000 },
    );
  });

  it('is shown from its first character on, within the line', () => {
    const extractor = createCodeExtractor(['python']);
    expect(extractor.push('Here:\n```python\n')).toEqual([]);
    expect(extractor.push('pri')).toEqual([{ text: 'pri', restart: false }]);
    expect(extractor.push('nt(1)')).toEqual([{ text: 'nt(1)', restart: false }]);
  });

  it('begins again when a better block comes, and only when something was shown', () => {
    const right = '```python\na = 1\n```\n';
    expect(read(['python'], ['```js\nlet a;\n```\n', right]).pieces.map(({ restart }) => restart)).toEqual(
      [false, true, false].slice(0, 2),
    );
    expect(read(['python'], ['```bash\npip install a\n```\n', right]).pieces.map(({ restart }) => restart)).toEqual([
      false,
    ]);
  });

  it('waits with a line that could still be the closing fence', () => {
    const extractor = createCodeExtractor(['python']);
    extractor.push('```python\na = 1\n');
    expect(extractor.push('  ')).toEqual([]);
    expect(extractor.push('``')).toEqual([]);
    expect(extractor.push('x')).toEqual([{ text: '  ``x', restart: false }]);
  });

  it('drops what was shown when all of it was reasoning', () => {
    const { pieces, result } = read(['python'], ['Maybe:\n```python\na = 1\n```\n</think>\nI cannot do that.\n']);
    expect(pieces).toEqual([
      { text: 'a = 1\n', restart: false },
      { text: '', restart: true },
    ]);
    expect(result).toEqual({ code: '', kind: 'none', complete: true, prose: 'I cannot do that.' });
  });

  it('leaves what was said around it, shortened to 500 units and no half characters', () => {
    const { prose } = read(['python'], ['So 😀:\n```python\na = 1\n```\nIt is done.\n']).result;
    expect(prose).toBe('So 😀:\nIt is done.');
    const long = read(['python'], [`I ${'😀'.repeat(400)}`]).result.prose;
    expect(long).toBe(`I ${'😀'.repeat(249)}`);
    expect(read(['python'], [`Oh ${'😀'.repeat(400)}`]).result.prose).toBe(`Oh ${'😀'.repeat(248)}`);
  });
});
