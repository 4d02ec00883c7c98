import type { LanguageName } from '../../schema/languages.ts';

/** Programs that others wrote: a pinned package, and the files in it that count. */
export interface CorpusSource {
  /** `name@version` of npm, or the name of a package of Debian 12. */
  readonly from: { readonly npm: string } | { readonly debian: string };
  /** For each language the ends of the names of its files. */
  readonly files: Partial<Record<LanguageName, readonly string[]>>;
}

const npm = (name: string, files: CorpusSource['files']): CorpusSource => ({ from: { npm: name }, files });
const debian = (name: string, files: CorpusSource['files']): CorpusSource => ({ from: { debian: name }, files });

/** What `npm run corpus:fetch` brings. None of it is a part of this project. */
export const corpusSources: readonly CorpusSource[] = [
  npm('react-native@0.76.5', {
    JAVA: ['.java'],
    CPP: ['.cpp'],
    JSON: ['.json'],
    BASH: ['.sh'],
    RUBY: ['.rb'],
    XML: ['.xml'],
  }),
  npm('@capacitor/ios@6.2.0', { SWIFT: ['.swift'] }),
  npm('com.cysharp.unitask@2.2.5', { CSHARP: ['.cs'] }),
  npm('com.neuecc.unirx@7.1.0', { CSHARP: ['.cs'] }),
  npm('rxjs@7.8.1', { TYPESCRIPT: ['.ts'], JSON: ['.json'] }),
  npm('effect@3.12.0', { TYPESCRIPT: ['.ts'] }),
  npm('express@4.21.2', { JAVASCRIPT: ['.js'] }),
  npm('async@3.2.6', { JAVASCRIPT: ['.js'] }),
  npm('bootstrap@5.3.3', { CSS: ['.css'], JAVASCRIPT: ['.js'] }),
  npm('bulma@1.0.2', { CSS: ['.css'] }),
  npm('animate.css@4.1.1', { CSS: ['.css'] }),
  npm('cldr-core@46.0.0', { JSON: ['.json'] }),
  npm('html5-boilerplate@9.0.1', { HTML: ['.html'], JAVASCRIPT: ['.js'], CSS: ['.css'] }),
  npm('simple-icons@13.20.0', { XML: ['.svg'] }),
  debian('python3-django', { PYTHON: ['.py'] }),
  debian('libcurl4-doc', { C: ['.c'] }),
  debian('php-monolog', { PHP: ['.php'] }),
  debian('php-guzzlehttp-guzzle', { PHP: ['.php'] }),
  debian('php-symfony-console', { PHP: ['.php'] }),
  debian('librust-rand-dev', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('librust-itertools-dev', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('librust-regex-dev', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('librust-clap-3-dev', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('lua-penlight', { LUA: ['.lua'] }),
  debian('neovim-runtime', { LUA: ['.lua'] }),
  debian('ruby-rack', { RUBY: ['.rb'] }),
  debian('ruby-sinatra', { RUBY: ['.rb'] }),
  debian('golang-golang-x-text-dev', { GO: ['.go'] }),
  debian('libgtest-dev', { CPP: ['.cc'] }),
  debian('bash-completion', { BASH: ['.bash', '.sh', '/completions/'] }),
  debian('ansible', { YAML: ['.yml', '.yaml'] }),
  debian('python3.11-doc', { HTML: ['.html'] }),
];
