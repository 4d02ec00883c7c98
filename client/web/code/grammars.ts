import type { LanguageFn } from 'highlight.js';
import type { Language } from '../../../schema/types.generated.ts';

type Grammar = () => Promise<{ readonly default: LanguageFn }>;

/** The grammars of highlight.js by the name that they are registered under. A browser loads one when it is first needed. */
const grammars = {
  ada: () => import('highlight.js/lib/languages/ada'),
  awk: () => import('highlight.js/lib/languages/awk'),
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  clojure: () => import('highlight.js/lib/languages/clojure'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  crystal: () => import('highlight.js/lib/languages/crystal'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  d: () => import('highlight.js/lib/languages/d'),
  dart: () => import('highlight.js/lib/languages/dart'),
  delphi: () => import('highlight.js/lib/languages/delphi'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  elm: () => import('highlight.js/lib/languages/elm'),
  erlang: () => import('highlight.js/lib/languages/erlang'),
  fortran: () => import('highlight.js/lib/languages/fortran'),
  fsharp: () => import('highlight.js/lib/languages/fsharp'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  groovy: () => import('highlight.js/lib/languages/groovy'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  julia: () => import('highlight.js/lib/languages/julia'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  matlab: () => import('highlight.js/lib/languages/matlab'),
  nim: () => import('highlight.js/lib/languages/nim'),
  objectivec: () => import('highlight.js/lib/languages/objectivec'),
  ocaml: () => import('highlight.js/lib/languages/ocaml'),
  perl: () => import('highlight.js/lib/languages/perl'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  prolog: () => import('highlight.js/lib/languages/prolog'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scheme: () => import('highlight.js/lib/languages/scheme'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  tcl: () => import('highlight.js/lib/languages/tcl'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  vbnet: () => import('highlight.js/lib/languages/vbnet'),
  verilog: () => import('highlight.js/lib/languages/verilog'),
  vhdl: () => import('highlight.js/lib/languages/vhdl'),
  x86asm: () => import('highlight.js/lib/languages/x86asm'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
} as const satisfies Record<string, Grammar>;

export type GrammarName = keyof typeof grammars;

/** Languages whose grammar has another name, needs others for what is embedded, or is not there: then nothing is coloured. */
const otherwise: Partial<Record<Language, readonly GrammarName[]>> = {
  ASSEMBLY: ['x86asm'],
  COBOL: [],
  HCL: [],
  HTML: ['xml', 'css', 'javascript'],
  MARKDOWN: ['markdown', 'xml'],
  OBJECTIVE_C: ['objectivec'],
  PASCAL: ['delphi'],
  RACKET: ['scheme'],
  SOLIDITY: [],
  TOML: ['ini'],
  VISUAL_BASIC: ['vbnet'],
  ZIG: [],
};

/** The names of the grammars that a language needs, its own first; none when it is shown in one colour. */
export function grammarsOf(language: Language): readonly GrammarName[] {
  const own = otherwise[language];
  if (own) return own;
  const name = language.toLowerCase();
  return isGrammar(name) ? [name] : [];
}

export async function loadGrammar(name: GrammarName): Promise<LanguageFn> {
  return (await grammars[name]()).default;
}

function isGrammar(name: string): name is GrammarName {
  return Object.hasOwn(grammars, name);
}
