import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSyntaxCheck } from '../../../functions/check-syntax/check-syntax.ts';
import { createLateCheck } from '../../../functions/check-syntax/late-check.ts';
import { packagesFolder } from '../../../infra/packages-folder.ts';
import { languages } from '../../../schema/languages.ts';
import { checkLimits } from '../../../schema/limits/check-limits.ts';
import type { SyntaxWay } from '../../../schema/syntax-ways.ts';
import type { Language } from '../../../schema/types.generated.ts';

const check = createSyntaxCheck(packagesFolder);
const NOT_CHECKED = { state: 'NOT_CHECKED', faults: [] };

/** A code with a fault, and where its first fault is. */
const faulty: readonly [Language, string, line: number, column: number, message: RegExp][] = [
  ['PYTHON', 'def f():\n    return (1\n\nprint(2)\n', 2, 12, /"\(" is not closed/],
  ['PYTHON', 'def f():\nprint(1)\n', 1, 9, /indented block is missing/],
  ['PYTHON', 'def f():\n    x = 1\n      y = 2\n    return x\n', 3, 7, /indentation does not fit/],
  ['JAVASCRIPT', 'const a = [1, 2;\n', 1, 11, /"\[" is not closed/],
  ['JAVASCRIPT', 'f();\n});\n', 2, 1, /"}" closes nothing/],
  ['JAVASCRIPT', 'const a = 1;\nconsole.log(“hello”);\n', 2, 13, /does not belong here: “/],
  ['TYPESCRIPT', 'const a: number = ;\n', 1, 19, /Unexpected token/],
  ['JAVA', 'class A {\n  void f() { }\n', 1, 9, /"{" is not closed/],
  ['GO', 'package main\n\nfunc main() {\n', 3, 13, /"{" is not closed/],
  ['RUST', 'fn main() {\n    let x = ;\n}\n', 2, 11, /does not belong here: =/],
  ['C', 'int main(void) { return 0 }\n', 1, 26, /";" is missing/],
  ['RUBY', 'puts 1\nHere is the code that you asked for.\n', 2, 33, /does not belong here: for/],
  ['BASH', 'echo 1\nThis is the script that you asked for.\n', 2, 1, /sentence/],
  ['PHP', 'Here is the code:\n\n<?php\necho 1;\n', 1, 1, /does not belong here: Here is/],
  ['JSON', '{"a": [1, 2}\n', 1, 7, /"\[" is not closed/],
  ['YAML', 'a: [1, 2\nb: 3\n', 2, 1, /Flow sequence/],
  ['YAML', 'Here is the file that you asked for:\na: 1\n', 1, 1, /sentence/],
  ['YAML', 'a: 1\nb: echo $(date\n', 2, 4, /"\)" is missing/],
  ['YAML', 'a: nginx"\n', 1, 4, /quotation mark/],
  ['TOML', 'a = 1\nb =\n', 2, 4, /Invalid TOML/],
  ['GRAPHQL', 'type A {\n  b: \n}\n', 3, 1, /Expected Name/],
  ['CSS', 'a { color: red }\nb { color: blue\n', 2, 1, /Unclosed block/],
  ['CSS', 'a { color: rgb 1, 2, 3); }\n', 1, 5, /"\(" is missing/],
  ['HTML', '<p>\n<div>hello\n</p>\n', 2, 1, /<div> is not closed/],
  ['HTML', '<!doctype html><html><body></body></html>\nDone.\n', 1, 42, /after the end/],
  ['HTML', '<ul>\nli>one</li>\n</ul>\n', 1, 5, /"<" is missing/],
  ['XML', '<a>\n<b></a>\n', 1, 1, /./],
];

describe('the check of syntax', () => {
  it.each(faulty)(
    'of %s finds the fault in %j at line %i, column %i',
    async (language, code, line, column, message) => {
      const { state, faults } = await check.check(language, code);
      expect(state).toBe('FAULTY');
      expect(faults[0]).toEqual({ line, column, message: expect.stringMatching(message) });
    },
  );

  it.each([
    ['BASH', 'case $1 in\n  a) echo 1 ;;\n  *) cat <<EOF\nThis is the text that is shown to you.\nEOF\n;;\nesac\n'],
    ['RUBY', '# This is the code that you asked for.\nputs <<~TEXT\n  This is what you asked for.\nTEXT\n'],
    ['PHP', '<html><p>This is the page that you asked for.</p>\n<?php echo 1; ?>\n'],
    ['TYPESCRIPT', 'const a = <b>{1}</b>;\n'],
    ['TYPESCRIPT', 'class A {\n  constructor(@Inject(TOKEN) private readonly b: B) {}\n}\n'],
    ['TYPESCRIPT', '@a class A { accessor b = 1; @c d = <e>{1}</e>; }\n'],
    ['PYTHON', 'class A:\n    # a comment\n    x = 1; y = 2\n\n    def f(self): return 1\n  # and one more\n'],
    ['YAML', '- 1) do this\n- done :)\n- a screen of 24" for you\n- b: c (d)\n'],
    ['HTML', '<p>If x > 1 and a>b, open\nFile > Form > Button of the\nbody > p</p>\n'],
    ['HTML', '<ul><li>one<li>two</ul>\n'],
    ['JAVASCRIPT', '// } ] ) “ ’\nconst a = "(“" + `’` + /”/.source;\n'],
  ] as const)('of %s lets pass %j', async (language, code) => {
    expect(await check.check(language, code)).toEqual({ state: 'PASSED', faults: [] });
  });

  it('says of a language without a way that it was not checked', async () => {
    expect(await check.check('COBOL', 'DISPLAY')).toEqual(NOT_CHECKED);
  });

  it('tells the first ten faults alone, each in a short message', async () => {
    const { faults } = await check.check('PYTHON', ')\n'.repeat(50));
    expect(faults.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const long = await check.check('CSS', `${'x'.repeat(5_000)}\n`);
    expect(long.state).toBe('FAULTY');
    for (const { message } of [...faults, ...long.faults])
      expect(message.length).toBeLessThanOrEqual(checkLimits.messageUnits);
  });

  it('gives up on what takes too long to parse, and checks what comes after it', async () => {
    const began = performance.now();
    expect(await check.check('CPP', 'a<b<c<(['.repeat(400_000))).toEqual(NOT_CHECKED);
    expect(performance.now() - began).toBeLessThan(20 * checkLimits.parseMs);
    expect(await check.check('CPP', 'int main() { return 0; }\n')).toEqual({ state: 'PASSED', faults: [] });
  });

  it('names in its table the versions that are installed, and files that are there', () => {
    for (const { check: way } of Object.values(languages) as { check: SyntaxWay | null }[]) {
      if (way === null || way.version === 'Node.js') continue;
      const name = 'file' in way ? way.file.split('/').slice(0, 2).join('/') : way.parser;
      const { version } = JSON.parse(readFileSync(join(packagesFolder, name, 'package.json'), 'utf8'));
      expect([name, way.version]).toEqual([name, version]);
    }
  });
});

describe('a check that cannot be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snipstream-check-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('because its grammar is none says that nothing was checked', async () => {
    const way: SyntaxWay | null = languages.PYTHON.check;
    const file = join(folder, way && 'file' in way ? way.file : '');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'no grammar');
    const broken = createSyntaxCheck(folder);
    await broken.prepare('PYTHON');
    expect(await broken.check('PYTHON', 'print(1)\n')).toEqual(NOT_CHECKED);
  });

  it('because its code is not there says that nothing was checked', async () => {
    const late = createLateCheck(join(folder, 'index.js'), undefined);
    await late.prepare('PYTHON');
    expect(await late.check('PYTHON', 'print(1)\n')).toEqual(NOT_CHECKED);
  });
});
