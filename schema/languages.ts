import type { SyntaxWay } from './syntax-ways.ts';
import { cursorless, parsers, vscode } from './syntax-ways.ts';

/** How one language is written to a file, named in a code fence, and commented. */
export interface LanguageFacts {
  /** As people write the name. */
  readonly title: string;
  /** Names a model may put behind an opening fence, lower case, the usual one first. */
  readonly fences: readonly [string, ...string[]];
  /** What begins a line comment, or the pair around a block comment where the language has no line comment. */
  readonly comment: string | readonly [string, string];
  /** How its syntax is checked; null: it is not, functions/README.md says why. */
  readonly check: SyntaxWay | null;
}

const HASH = '#';
const SLASHES = '//';
const DASHES = '--';
const MARKUP = ['<!--', '-->'] as const;

/** The one table of languages: its keys are the values of the GraphQL enum `Language`, in its order. */
export const languages = {
  ADA: { title: 'Ada', fences: ['ada'], comment: DASHES, check: null },
  ASSEMBLY: { title: 'Assembly', fences: ['asm', 'assembly', 'nasm', 'x86asm'], comment: ';', check: null },
  AWK: { title: 'AWK', fences: ['awk', 'gawk'], comment: HASH, check: null },
  BASH: { title: 'Bash', fences: ['bash', 'sh', 'shell', 'zsh'], comment: HASH, check: vscode('bash') },
  C: { title: 'C', fences: ['c', 'h'], comment: SLASHES, check: cursorless('c') },
  CLOJURE: { title: 'Clojure', fences: ['clojure', 'clj'], comment: ';;', check: null },
  COBOL: { title: 'COBOL', fences: ['cobol', 'cob'], comment: '*>', check: null },
  CPP: { title: 'C++', fences: ['cpp', 'c++', 'cxx', 'cc', 'hpp'], comment: SLASHES, check: vscode('cpp') },
  CRYSTAL: { title: 'Crystal', fences: ['crystal', 'cr'], comment: HASH, check: null },
  CSHARP: { title: 'C#', fences: ['csharp', 'cs', 'c#'], comment: SLASHES, check: vscode('c-sharp') },
  CSS: { title: 'CSS', fences: ['css'], comment: ['/*', '*/'], check: parsers.css },
  D: { title: 'D', fences: ['d', 'dlang'], comment: SLASHES, check: null },
  DART: { title: 'Dart', fences: ['dart'], comment: SLASHES, check: null },
  DOCKERFILE: { title: 'Dockerfile', fences: ['dockerfile', 'docker'], comment: HASH, check: null },
  ELIXIR: { title: 'Elixir', fences: ['elixir', 'ex', 'exs'], comment: HASH, check: null },
  ELM: { title: 'Elm', fences: ['elm'], comment: DASHES, check: null },
  ERLANG: { title: 'Erlang', fences: ['erlang', 'erl'], comment: '%', check: null },
  FORTRAN: { title: 'Fortran', fences: ['fortran', 'f90', 'f95'], comment: '!', check: null },
  FSHARP: { title: 'F#', fences: ['fsharp', 'fs', 'f#'], comment: SLASHES, check: null },
  GO: { title: 'Go', fences: ['go', 'golang'], comment: SLASHES, check: vscode('go') },
  GRAPHQL: { title: 'GraphQL', fences: ['graphql', 'gql'], comment: HASH, check: parsers.graphql },
  GROOVY: { title: 'Groovy', fences: ['groovy'], comment: SLASHES, check: null },
  HASKELL: { title: 'Haskell', fences: ['haskell', 'hs'], comment: DASHES, check: null },
  HCL: { title: 'HCL (Terraform)', fences: ['hcl', 'terraform', 'tf'], comment: HASH, check: null },
  HTML: { title: 'HTML', fences: ['html', 'htm'], comment: MARKUP, check: parsers.html },
  JAVA: { title: 'Java', fences: ['java'], comment: SLASHES, check: vscode('java') },
  JAVASCRIPT: {
    title: 'JavaScript',
    fences: ['javascript', 'js', 'mjs', 'node', 'jsx'],
    comment: SLASHES,
    check: vscode('javascript'),
  },
  JSON: { title: 'JSON', fences: ['json', 'jsonc', 'json5'], comment: SLASHES, check: parsers.json },
  JULIA: { title: 'Julia', fences: ['julia', 'jl'], comment: HASH, check: null },
  KOTLIN: { title: 'Kotlin', fences: ['kotlin', 'kt', 'kts'], comment: SLASHES, check: null },
  LUA: { title: 'Lua', fences: ['lua'], comment: DASHES, check: cursorless('lua') },
  MAKEFILE: { title: 'Makefile', fences: ['makefile', 'make', 'mk'], comment: HASH, check: null },
  MARKDOWN: { title: 'Markdown', fences: ['markdown', 'md'], comment: MARKUP, check: null },
  MATLAB: { title: 'MATLAB', fences: ['matlab', 'octave'], comment: '%', check: null },
  NIM: { title: 'Nim', fences: ['nim'], comment: HASH, check: null },
  OBJECTIVE_C: {
    title: 'Objective-C',
    fences: ['objectivec', 'objective-c', 'objc'],
    comment: SLASHES,
    check: null,
  },
  OCAML: { title: 'OCaml', fences: ['ocaml', 'ml'], comment: ['(*', '*)'], check: null },
  PASCAL: { title: 'Pascal', fences: ['pascal', 'delphi', 'objectpascal'], comment: SLASHES, check: null },
  PERL: { title: 'Perl', fences: ['perl', 'pl'], comment: HASH, check: null },
  PHP: { title: 'PHP', fences: ['php'], comment: SLASHES, check: vscode('php') },
  POWERSHELL: {
    title: 'PowerShell',
    fences: ['powershell', 'ps1', 'pwsh'],
    comment: HASH,
    check: null,
  },
  PROLOG: { title: 'Prolog', fences: ['prolog'], comment: '%', check: null },
  PYTHON: { title: 'Python', fences: ['python', 'py', 'python3', 'py3'], comment: HASH, check: vscode('python') },
  R: { title: 'R', fences: ['r', 'rscript'], comment: HASH, check: null },
  RACKET: { title: 'Racket', fences: ['racket', 'rkt'], comment: ';', check: null },
  RUBY: { title: 'Ruby', fences: ['ruby', 'rb'], comment: HASH, check: vscode('ruby') },
  RUST: { title: 'Rust', fences: ['rust', 'rs'], comment: SLASHES, check: vscode('rust') },
  SCALA: { title: 'Scala', fences: ['scala', 'sc'], comment: SLASHES, check: null },
  SCHEME: { title: 'Scheme', fences: ['scheme', 'scm'], comment: ';', check: null },
  SOLIDITY: { title: 'Solidity', fences: ['solidity', 'sol'], comment: SLASHES, check: null },
  SQL: {
    title: 'SQL',
    fences: ['sql', 'mysql', 'postgresql', 'plsql', 'tsql', 'sqlite'],
    comment: DASHES,
    check: null,
  },
  SWIFT: { title: 'Swift', fences: ['swift'], comment: SLASHES, check: cursorless('swift') },
  TCL: { title: 'Tcl', fences: ['tcl'], comment: HASH, check: null },
  TOML: { title: 'TOML', fences: ['toml'], comment: HASH, check: parsers.toml },
  TYPESCRIPT: {
    title: 'TypeScript',
    fences: ['typescript', 'ts', 'tsx', 'mts'],
    comment: SLASHES,
    check: parsers.typescript,
  },
  VERILOG: { title: 'Verilog', fences: ['verilog', 'systemverilog', 'v'], comment: SLASHES, check: null },
  VHDL: { title: 'VHDL', fences: ['vhdl', 'vhd'], comment: DASHES, check: null },
  VISUAL_BASIC: { title: 'Visual Basic', fences: ['vb', 'vbnet', 'visualbasic', 'vba'], comment: "'", check: null },
  XML: { title: 'XML', fences: ['xml', 'xsl', 'svg'], comment: MARKUP, check: cursorless('xml') },
  YAML: { title: 'YAML', fences: ['yaml', 'yml'], comment: HASH, check: parsers.yaml },
  ZIG: { title: 'Zig', fences: ['zig'], comment: SLASHES, check: null },
} as const satisfies Record<string, LanguageFacts>;

/** A value of the GraphQL enum `Language`. */
export type LanguageName = keyof typeof languages;
