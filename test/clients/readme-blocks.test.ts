import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { welcome } from '../../infra/local/command-line/welcome.ts';
import { compileTexts } from '../support/readme/compile-texts.ts';
import { fencedBlocks } from '../support/readme/fenced-blocks.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const blocks = files.flatMap((file) =>
  fencedBlocks(readFileSync(root + file, 'utf8')).map((block) => ({ ...block, file, at: `${file}:${block.line}` })),
);
const ofLanguage = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));
/** What a block needs that is no dependency of this project is run, and compiled, by `npm run test:clients`. */
const packages = new Set([
  'snipstream',
  ...Object.keys(packageJson.dependencies),
  ...Object.keys(packageJson.devDependencies),
]);
const isOfOthers = (text: string): boolean =>
  [...text.matchAll(/from '((?:@[^/']+\/)?[^./'][^/']*)/g)].some(
    ([, name = '']) => !packages.has(name) && !name.startsWith('node:'),
  );

describe('the fenced blocks of the Markdown files', () => {
  it('are found, and those of the README are code of these kinds', () => {
    expect(ofLanguage('ts').length).toBeGreaterThanOrEqual(6);
    const kinds = new Set(blocks.filter(({ file }) => file === 'README.md').map(({ language }) => language));
    expect([...kinds].sort()).toEqual(['json', 'sh', 'ts']);
  });

  it('in TypeScript compile in strict mode', () => {
    const texts = ofLanguage('ts', 'tsx').filter(({ text }) => !isOfOthers(text));
    expect(texts.length).toBeGreaterThan(0);
    expect(
      compileTexts(
        texts.map(({ at, text, language }) => ({ name: at, text, kind: language === 'tsx' ? 'tsx' : 'ts' })),
      ),
    ).toEqual([]);
  });

  it.each(ofLanguage('json'))('in JSON can be read: $at', ({ text }) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.each(ofLanguage('sh'))('for a shell are understood by it, and name scripts that there are: $at', ({ text }) => {
    expect(spawnSync('bash', ['-n', '-c', text], { encoding: 'utf8' }).stderr).toBe('');
    for (const [, script = ''] of text.matchAll(/npm run (?:-s )?([\w:]+)/g)) {
      expect(Object.keys(packageJson.scripts)).toContain(script);
    }
  });

  it('hold the line to paste as the start prints it', () => {
    const host = {
      url: 'http://127.0.0.1:4000/graphql',
      realtimeUrl: 'ws://127.0.0.1:4000/graphql/realtime',
      ...{ apiKey: 'da2-…', dataFolder: '/data', model: 'cookbook', generations: 100 },
    };
    const [printed] = welcome(host, 1)
      .split('\n')
      .filter((line) => line.startsWith('curl '));
    expect(blocks.filter(({ text }) => text.startsWith('curl ')).map(({ text }) => text.trim())).toEqual([printed]);
  });
});

describe('the examples in the public surface of the client', () => {
  const surfaces = ['client/index.ts', 'client/store/index.ts', 'client/react/index.ts'];
  const program = ts.createProgram(
    surfaces.map((file) => root + file),
    {
      ...{ strict: true, noEmit: true, allowImportingTsExtensions: true, skipLibCheck: true, types: ['node'] },
      ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, jsx: ts.JsxEmit.ReactJSX },
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    },
  );
  const checker = program.getTypeChecker();

  /** Functions that are exported, and the methods of the client and what else they give. */
  const functions = surfaces.flatMap((surface) => {
    const source = program.getSourceFile(root + surface);
    const module = source && checker.getSymbolAtLocation(source);
    return (module ? checker.getExportsOfModule(module) : []).flatMap((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (symbol.flags & ts.SymbolFlags.Function) return [{ name: symbol.name, symbol }];
      if (!['SnippetClient'].includes(symbol.name)) return [];
      return checker
        .getDeclaredTypeOfSymbol(symbol)
        .getProperties()
        .filter((member) => member.flags & ts.SymbolFlags.Method)
        .map((member) => ({ name: `${symbol.name}.${member.name}`, symbol: member }));
    });
  });
  const examplesOf = (symbol: ts.Symbol): string[] =>
    symbol
      .getJsDocTags(checker)
      .filter(({ name }) => name === 'example')
      .map(({ text }) => ts.displayPartsToString(text).replace(/^```tsx?\n|\n?```$/g, ''));

  it('are there for every function', () => {
    expect(functions.length).toBeGreaterThan(12);
    expect(functions.filter(({ symbol }) => examplesOf(symbol).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('compile in strict mode', () => {
    const texts = functions.flatMap(({ name, symbol }) =>
      examplesOf(symbol).map((text) => ({ name, kind: 'tsx' as const, text: withClient(text) })),
    );
    expect(compileTexts(texts)).toEqual([]);
  });
});

/** An example of a method goes on from that of `createSnippetClient`. */
function withClient(text: string): string {
  const needed = ['client', 'id'].filter(
    (name) => new RegExp(`\\b${name}\\b`).test(text) && !new RegExp(`const ${name}\\b`).test(text),
  );
  const given: Record<string, string> = {
    client: `declare const client: import('snipstream').SnippetClient;`,
    id: 'declare const id: string;',
  };
  return `${needed.map((name) => given[name]).join('\n')}\n${text}\nexport {};\n`;
}
