/** How one language is written to a file, named in a code fence, and commented. */
export interface LanguageFacts {
  /** As people write the name. */
  readonly title: string;
  /** Names a model may put behind an opening fence, lower case, the usual one first. */
  readonly fences: readonly [string, ...string[]];
  /** What begins a line comment, or the pair around a block comment where the language has no line comment. */
  readonly comment: string | readonly [string, string];
}

const HASH = '#';
const SLASHES = '//';
const DASHES = '--';
const MARKUP = ['<!--', '-->'] as const;

/** The one table of languages: its keys are the values of the GraphQL enum `Language`, in its order. */
export const languages = {
  ADA: { title: 'Ada', fences: ['ada'], comment: DASHES },
  ASSEMBLY: { title: 'Assembly', fences: ['asm', 'assembly', 'nasm', 'x86asm'], comment: ';' },
  AWK: { title: 'AWK', fences: ['awk', 'gawk'], comment: HASH },
  BASH: { title: 'Bash', fences: ['bash', 'sh', 'shell', 'zsh'], comment: HASH },
  C: { title: 'C', fences: ['c', 'h'], comment: SLASHES },
  CLOJURE: { title: 'Clojure', fences: ['clojure', 'clj'], comment: ';;' },
  COBOL: { title: 'COBOL', fences: ['cobol', 'cob'], comment: '*>' },
  CPP: { title: 'C++', fences: ['cpp', 'c++', 'cxx', 'cc', 'hpp'], comment: SLASHES },
  CRYSTAL: { title: 'Crystal', fences: ['crystal', 'cr'], comment: HASH },
  CSHARP: { title: 'C#', fences: ['csharp', 'cs', 'c#'], comment: SLASHES },
  CSS: { title: 'CSS', fences: ['css'], comment: ['/*', '*/'] },
  D: { title: 'D', fences: ['d', 'dlang'], comment: SLASHES },
  DART: { title: 'Dart', fences: ['dart'], comment: SLASHES },
  DOCKERFILE: { title: 'Dockerfile', fences: ['dockerfile', 'docker'], comment: HASH },
  ELIXIR: { title: 'Elixir', fences: ['elixir', 'ex', 'exs'], comment: HASH },
  ELM: { title: 'Elm', fences: ['elm'], comment: DASHES },
  ERLANG: { title: 'Erlang', fences: ['erlang', 'erl'], comment: '%' },
  FORTRAN: { title: 'Fortran', fences: ['fortran', 'f90', 'f95'], comment: '!' },
  FSHARP: { title: 'F#', fences: ['fsharp', 'fs', 'f#'], comment: SLASHES },
  GO: { title: 'Go', fences: ['go', 'golang'], comment: SLASHES },
  GRAPHQL: { title: 'GraphQL', fences: ['graphql', 'gql'], comment: HASH },
  GROOVY: { title: 'Groovy', fences: ['groovy'], comment: SLASHES },
  HASKELL: { title: 'Haskell', fences: ['haskell', 'hs'], comment: DASHES },
  HCL: { title: 'HCL (Terraform)', fences: ['hcl', 'terraform', 'tf'], comment: HASH },
  HTML: { title: 'HTML', fences: ['html', 'htm'], comment: MARKUP },
  JAVA: { title: 'Java', fences: ['java'], comment: SLASHES },
  JAVASCRIPT: {
    title: 'JavaScript',
    fences: ['javascript', 'js', 'mjs', 'node', 'jsx'],
    comment: SLASHES,
  },
  JSON: { title: 'JSON', fences: ['json', 'jsonc', 'json5'], comment: SLASHES },
  JULIA: { title: 'Julia', fences: ['julia', 'jl'], comment: HASH },
  KOTLIN: { title: 'Kotlin', fences: ['kotlin', 'kt', 'kts'], comment: SLASHES },
  LUA: { title: 'Lua', fences: ['lua'], comment: DASHES },
  MAKEFILE: { title: 'Makefile', fences: ['makefile', 'make', 'mk'], comment: HASH },
  MARKDOWN: { title: 'Markdown', fences: ['markdown', 'md'], comment: MARKUP },
  MATLAB: { title: 'MATLAB', fences: ['matlab', 'octave'], comment: '%' },
  NIM: { title: 'Nim', fences: ['nim'], comment: HASH },
  OBJECTIVE_C: {
    title: 'Objective-C',
    fences: ['objectivec', 'objective-c', 'objc'],
    comment: SLASHES,
  },
  OCAML: { title: 'OCaml', fences: ['ocaml', 'ml'], comment: ['(*', '*)'] },
  PASCAL: { title: 'Pascal', fences: ['pascal', 'delphi', 'objectpascal'], comment: SLASHES },
  PERL: { title: 'Perl', fences: ['perl', 'pl'], comment: HASH },
  PHP: { title: 'PHP', fences: ['php'], comment: SLASHES },
  POWERSHELL: { title: 'PowerShell', fences: ['powershell', 'ps1', 'pwsh'], comment: HASH },
  PROLOG: { title: 'Prolog', fences: ['prolog'], comment: '%' },
  PYTHON: { title: 'Python', fences: ['python', 'py', 'python3', 'py3'], comment: HASH },
  R: { title: 'R', fences: ['r', 'rscript'], comment: HASH },
  RACKET: { title: 'Racket', fences: ['racket', 'rkt'], comment: ';' },
  RUBY: { title: 'Ruby', fences: ['ruby', 'rb'], comment: HASH },
  RUST: { title: 'Rust', fences: ['rust', 'rs'], comment: SLASHES },
  SCALA: { title: 'Scala', fences: ['scala', 'sc'], comment: SLASHES },
  SCHEME: { title: 'Scheme', fences: ['scheme', 'scm'], comment: ';' },
  SOLIDITY: { title: 'Solidity', fences: ['solidity', 'sol'], comment: SLASHES },
  SQL: {
    title: 'SQL',
    fences: ['sql', 'mysql', 'postgresql', 'plsql', 'tsql', 'sqlite'],
    comment: DASHES,
  },
  SWIFT: { title: 'Swift', fences: ['swift'], comment: SLASHES },
  TCL: { title: 'Tcl', fences: ['tcl'], comment: HASH },
  TOML: { title: 'TOML', fences: ['toml'], comment: HASH },
  TYPESCRIPT: { title: 'TypeScript', fences: ['typescript', 'ts', 'tsx', 'mts'], comment: SLASHES },
  VERILOG: { title: 'Verilog', fences: ['verilog', 'systemverilog', 'v'], comment: SLASHES },
  VHDL: { title: 'VHDL', fences: ['vhdl', 'vhd'], comment: DASHES },
  VISUAL_BASIC: { title: 'Visual Basic', fences: ['vb', 'vbnet', 'visualbasic', 'vba'], comment: "'" },
  XML: { title: 'XML', fences: ['xml', 'xsl', 'svg'], comment: MARKUP },
  YAML: { title: 'YAML', fences: ['yaml', 'yml'], comment: HASH },
  ZIG: { title: 'Zig', fences: ['zig'], comment: SLASHES },
} as const satisfies Record<string, LanguageFacts>;

/** A value of the GraphQL enum `Language`. */
export type LanguageName = keyof typeof languages;
