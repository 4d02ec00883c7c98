import type { LanguageName } from '../../schema/languages.ts';

/** Programs that others wrote: a pinned package, and the files in it that count. */
export interface CorpusSource {
  /**
   * `name@version` of npm, or a package of Debian 12 with the version that was measured. Debian keeps one version of a
   * package only, so that an update of its security team takes the place of the one that is named here.
   */
  readonly from: { readonly npm: string } | { readonly debian: string; readonly version: string };
  /** For each language the ends of the names of its files. */
  readonly files: Partial<Record<LanguageName, readonly string[]>>;
}

const npm = (name: string, files: CorpusSource['files']): CorpusSource => ({ from: { npm: name }, files });
const debian = (name: string, version: string, files: CorpusSource['files']): CorpusSource => ({
  from: { debian: name, version },
  files,
});

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
  npm('@magento/venia-ui@3.0.0', { GRAPHQL: ['.graphql'] }),
  npm('@bosonprotocol/core-sdk@1.46.1', { GRAPHQL: ['.graphql'] }),
  debian('python3-django', '3:3.2.25-0+deb12u7', { PYTHON: ['.py'] }),
  debian('libcurl4-doc', '7.88.1-10+deb12u15', { C: ['.c'] }),
  debian('php-monolog', '2.9.1-1', { PHP: ['.php'] }),
  debian('php-guzzlehttp-guzzle', '7.4.5-1', { PHP: ['.php'] }),
  debian('php-symfony-console', '5.4.53+dfsg-0+deb12u1', { PHP: ['.php'] }),
  debian('librust-rand-dev', '0.8.5-1', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('librust-itertools-dev', '0.10.3-1', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('librust-regex-dev', '1.7.1-1', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('librust-clap-3-dev', '3.2.23-4+b1', { RUST: ['.rs'], TOML: ['.toml'] }),
  debian('rust-src', '1.63.0+dfsg1-2', { TOML: ['.toml'] }),
  debian('lua-penlight', '1.13.1-3', { LUA: ['.lua'] }),
  debian('neovim-runtime', '0.7.2-7', { LUA: ['.lua'] }),
  debian('ruby-rack', '2.2.22-0+deb12u2', { RUBY: ['.rb'] }),
  debian('ruby-sinatra', '3.0.5-3+deb12u1', { RUBY: ['.rb'] }),
  debian('golang-golang-x-text-dev', '0.7.0-1', { GO: ['.go'] }),
  debian('libgtest-dev', '1.12.1-0.2', { CPP: ['.cc'] }),
  debian('bash-completion', '1:2.11-6', { BASH: ['.bash', '.sh', '/completions/'] }),
  debian('ansible', '7.7.0+dfsg-3+deb12u1', { YAML: ['.yml', '.yaml'] }),
  debian('python3.11-doc', '3.11.2-6+deb12u9', { HTML: ['.html'] }),
];
