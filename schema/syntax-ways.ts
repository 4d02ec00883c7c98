/**
 * How the syntax of a language is checked. The versions are those that package.json pins.
 *
 * - `grammar`: a grammar of tree-sitter (https://tree-sitter.github.io/tree-sitter/), compiled to WebAssembly. It lies in
 *   a package: `file` is its path below `node_modules`.
 * - `parser`: a parser of that language alone, which is stricter.
 */
export type SyntaxWay =
  | { readonly grammar: string; readonly file: string; readonly version: string }
  | { readonly parser: 'JSON.parse'; readonly file: string; readonly version: string }
  | { readonly parser: Exclude<ParserName, 'JSON.parse'>; readonly version: string };

export type ParserName = 'JSON.parse' | 'yaml' | 'smol-toml' | 'graphql' | 'postcss' | 'parse5' | '@babel/parser';

/** The grammars that VS Code uses: https://github.com/microsoft/vscode-tree-sitter-wasm. */
export function vscode(grammar: string): SyntaxWay {
  return { grammar, file: `@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`, version: '0.3.1' };
}

/** More of them: https://github.com/cursorless-dev/tree-sitter-wasms. */
export function cursorless(grammar: string): SyntaxWay {
  return { grammar, file: `@cursorless/tree-sitter-wasms/out/tree-sitter-${grammar}.wasm`, version: '0.7.0' };
}

export const parsers = {
  /** Where JSON.parse refuses, the grammar says the place, because JSON.parse does not always tell it. */
  json: {
    parser: 'JSON.parse',
    file: '@cursorless/tree-sitter-wasms/out/tree-sitter-json.wasm',
    version: '0.7.0',
  },
  yaml: { parser: 'yaml', version: '2.9.1' },
  toml: { parser: 'smol-toml', version: '1.9.1' },
  graphql: { parser: 'graphql', version: '16.15.0' },
  css: { parser: 'postcss', version: '8.5.33' },
  html: { parser: 'parse5', version: '8.1.1' },
  /** Newer than the grammar, which does not know `in` and `out` of type parameters. */
  typescript: { parser: '@babel/parser', version: '7.29.0' },
} as const satisfies Record<string, SyntaxWay>;
