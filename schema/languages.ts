/** How one language is written to a file, named in a code fence, and commented. */
export interface LanguageFacts {
  /** As people write the name. */
  readonly title: string;
  /** File ending, without the dot. */
  readonly extension: string;
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
  ADA: { title: 'Ada', extension: 'adb', fences: ['ada'], comment: DASHES },
  ASSEMBLY: { title: 'Assembly', extension: 'asm', fences: ['asm', 'assembly', 'nasm', 'x86asm'], comment: ';' },
  AWK: { title: 'AWK', extension: 'awk', fences: ['awk', 'gawk'], comment: HASH },
  BASH: { title: 'Bash', extension: 'sh', fences: ['bash', 'sh', 'shell', 'zsh'], comment: HASH },
  C: { title: 'C', extension: 'c', fences: ['c', 'h'], comment: SLASHES },
  CLOJURE: { title: 'Clojure', extension: 'clj', fences: ['clojure', 'clj'], comment: ';;' },
  COBOL: { title: 'COBOL', extension: 'cob', fences: ['cobol', 'cob'], comment: '*>' },
  CPP: { title: 'C++', extension: 'cpp', fences: ['cpp', 'c++', 'cxx', 'cc', 'hpp'], comment: SLASHES },
  CRYSTAL: { title: 'Crystal', extension: 'cr', fences: ['crystal', 'cr'], comment: HASH },
  CSHARP: { title: 'C#', extension: 'cs', fences: ['csharp', 'cs', 'c#'], comment: SLASHES },
  CSS: { title: 'CSS', extension: 'css', fences: ['css'], comment: ['/*', '*/'] },
  D: { title: 'D', extension: 'd', fences: ['d', 'dlang'], comment: SLASHES },
  DART: { title: 'Dart', extension: 'dart', fences: ['dart'], comment: SLASHES },
  DOCKERFILE: { title: 'Dockerfile', extension: 'dockerfile', fences: ['dockerfile', 'docker'], comment: HASH },
  ELIXIR: { title: 'Elixir', extension: 'exs', fences: ['elixir', 'ex', 'exs'], comment: HASH },
  ELM: { title: 'Elm', extension: 'elm', fences: ['elm'], comment: DASHES },
  ERLANG: { title: 'Erlang', extension: 'erl', fences: ['erlang', 'erl'], comment: '%' },
  FORTRAN: { title: 'Fortran', extension: 'f90', fences: ['fortran', 'f90', 'f95'], comment: '!' },
  FSHARP: { title: 'F#', extension: 'fs', fences: ['fsharp', 'fs', 'f#'], comment: SLASHES },
  GO: { title: 'Go', extension: 'go', fences: ['go', 'golang'], comment: SLASHES },
  GRAPHQL: { title: 'GraphQL', extension: 'graphql', fences: ['graphql', 'gql'], comment: HASH },
  GROOVY: { title: 'Groovy', extension: 'groovy', fences: ['groovy'], comment: SLASHES },
  HASKELL: { title: 'Haskell', extension: 'hs', fences: ['haskell', 'hs'], comment: DASHES },
  HCL: { title: 'HCL (Terraform)', extension: 'tf', fences: ['hcl', 'terraform', 'tf'], comment: HASH },
  HTML: { title: 'HTML', extension: 'html', fences: ['html', 'htm'], comment: MARKUP },
  JAVA: { title: 'Java', extension: 'java', fences: ['java'], comment: SLASHES },
  JAVASCRIPT: {
    title: 'JavaScript',
    extension: 'js',
    fences: ['javascript', 'js', 'mjs', 'node', 'jsx'],
    comment: SLASHES,
  },
  JSON: { title: 'JSON', extension: 'json', fences: ['json', 'jsonc', 'json5'], comment: SLASHES },
  JULIA: { title: 'Julia', extension: 'jl', fences: ['julia', 'jl'], comment: HASH },
  KOTLIN: { title: 'Kotlin', extension: 'kt', fences: ['kotlin', 'kt', 'kts'], comment: SLASHES },
  LUA: { title: 'Lua', extension: 'lua', fences: ['lua'], comment: DASHES },
  MAKEFILE: { title: 'Makefile', extension: 'mk', fences: ['makefile', 'make', 'mk'], comment: HASH },
  MARKDOWN: { title: 'Markdown', extension: 'md', fences: ['markdown', 'md'], comment: MARKUP },
  MATLAB: { title: 'MATLAB', extension: 'm', fences: ['matlab', 'octave'], comment: '%' },
  NIM: { title: 'Nim', extension: 'nim', fences: ['nim'], comment: HASH },
  OBJECTIVE_C: {
    title: 'Objective-C',
    extension: 'm',
    fences: ['objectivec', 'objective-c', 'objc'],
    comment: SLASHES,
  },
  OCAML: { title: 'OCaml', extension: 'ml', fences: ['ocaml', 'ml'], comment: ['(*', '*)'] },
  PASCAL: { title: 'Pascal', extension: 'pas', fences: ['pascal', 'delphi', 'objectpascal'], comment: SLASHES },
  PERL: { title: 'Perl', extension: 'pl', fences: ['perl', 'pl'], comment: HASH },
  PHP: { title: 'PHP', extension: 'php', fences: ['php'], comment: SLASHES },
  POWERSHELL: { title: 'PowerShell', extension: 'ps1', fences: ['powershell', 'ps1', 'pwsh'], comment: HASH },
  PROLOG: { title: 'Prolog', extension: 'pro', fences: ['prolog'], comment: '%' },
  PYTHON: { title: 'Python', extension: 'py', fences: ['python', 'py', 'python3', 'py3'], comment: HASH },
  R: { title: 'R', extension: 'r', fences: ['r', 'rscript'], comment: HASH },
  RACKET: { title: 'Racket', extension: 'rkt', fences: ['racket', 'rkt'], comment: ';' },
  RUBY: { title: 'Ruby', extension: 'rb', fences: ['ruby', 'rb'], comment: HASH },
  RUST: { title: 'Rust', extension: 'rs', fences: ['rust', 'rs'], comment: SLASHES },
  SCALA: { title: 'Scala', extension: 'scala', fences: ['scala', 'sc'], comment: SLASHES },
  SCHEME: { title: 'Scheme', extension: 'scm', fences: ['scheme', 'scm'], comment: ';' },
  SOLIDITY: { title: 'Solidity', extension: 'sol', fences: ['solidity', 'sol'], comment: SLASHES },
  SQL: {
    title: 'SQL',
    extension: 'sql',
    fences: ['sql', 'mysql', 'postgresql', 'plsql', 'tsql', 'sqlite'],
    comment: DASHES,
  },
  SWIFT: { title: 'Swift', extension: 'swift', fences: ['swift'], comment: SLASHES },
  TCL: { title: 'Tcl', extension: 'tcl', fences: ['tcl'], comment: HASH },
  TOML: { title: 'TOML', extension: 'toml', fences: ['toml'], comment: HASH },
  TYPESCRIPT: { title: 'TypeScript', extension: 'ts', fences: ['typescript', 'ts', 'tsx', 'mts'], comment: SLASHES },
  VERILOG: { title: 'Verilog', extension: 'v', fences: ['verilog', 'systemverilog', 'v'], comment: SLASHES },
  VHDL: { title: 'VHDL', extension: 'vhd', fences: ['vhdl', 'vhd'], comment: DASHES },
  VISUAL_BASIC: { title: 'Visual Basic', extension: 'vb', fences: ['vb', 'vbnet', 'visualbasic', 'vba'], comment: "'" },
  XML: { title: 'XML', extension: 'xml', fences: ['xml', 'xsl', 'svg'], comment: MARKUP },
  YAML: { title: 'YAML', extension: 'yaml', fences: ['yaml', 'yml'], comment: HASH },
  ZIG: { title: 'Zig', extension: 'zig', fences: ['zig'], comment: SLASHES },
} as const satisfies Record<string, LanguageFacts>;

/** A value of the GraphQL enum `Language`. */
export type LanguageName = keyof typeof languages;
