import highlighter from 'highlight.js/lib/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourLines, plainLines } from '../../../client/web/code/colour-lines.ts';
import { grammarsOf, loadGrammar } from '../../../client/web/code/grammars.ts';
import { fileExtensions } from '../../../schema/file-extensions.ts';
import { languages } from '../../../schema/languages.ts';
import type { Language } from '../../../schema/types.generated.ts';

const recipes = fileURLToPath(new URL('../../../infra/local/cookbook/recipes', import.meta.url));
const all = Object.keys(languages) as Language[];

async function coloured(language: Language, code: string) {
  const [own, ...embedded] = grammarsOf(language);
  if (own === undefined) return plainLines(code);
  for (const name of [own, ...embedded]) highlighter.registerLanguage(name, await loadGrammar(name));
  return colourLines(highlighter.highlight(code, { language: own, ignoreIllegals: true }).value);
}
const textOf = (lines: Awaited<ReturnType<typeof coloured>>): string =>
  lines.map((line) => line.map(([, text]) => text).join('')).join('\n');

describe('the lines that are coloured', () => {
  it('have the text of every program of the cookbook, and more than one colour', async () => {
    const files = readdirSync(recipes, { recursive: true, encoding: 'utf8' });
    let seen = 0;
    for (const file of files) {
      const language = all.find((name) => file.endsWith(`.${fileExtensions[name]}`));
      if (!language || grammarsOf(language).length === 0) continue;
      const code = readFileSync(join(recipes, file), 'utf8');
      const lines = await coloured(language, code);
      expect(textOf(lines)).toBe(code);
      expect(new Set(lines.flat().map(([name]) => name)).size).toBeGreaterThan(1);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(100);
  });

  it.each(all)('have any text at all in %s', async (language) => {
    const piece = fc.constantFrom(
      '<span class="x">',
      '</span>',
      '&amp;',
      '&lt;',
      '"',
      "'",
      '\n',
      '\r\n',
      '\u202e',
      '\ud800',
      '`',
      '/*',
      'x = 1',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), async (pieces) => {
        const code = pieces.join('');
        expect(textOf(await coloured(language, code))).toBe(code);
      }),
      { numRuns: 15 },
    );
  });

  it('keep a line of 90,000 characters in one piece', async () => {
    const long = `x = [${'1, '.repeat(30_000)}]`;
    const [line] = await coloured('PYTHON', long);
    expect(line).toEqual([['', long]]);
  });
});
