import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { readDeliveryConfig } from '../../infra/aws/delivery/delivery-config.ts';
import { readConfig } from '../../infra/aws/settings/stack-config.ts';
import { anchorsOf, linksOf, proseOf } from '../support/readme/markdown-links.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const documents = tracked
  .filter((file) => file.endsWith('.md') && !file.startsWith('test/corpus/samples/'))
  .map((file) => ({ file, text: readFileSync(root + file, 'utf8') }));
/** Every place in a document where the pattern stands, with its groups. */
const places = (pattern: RegExp) =>
  documents.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, ...groups]) => ({ file, groups })));
const resolved = (file: string, path: string): string => posix.normalize(posix.join(dirname(file), path));
const isThere = (path: string): boolean =>
  tracked.includes(path.replace(/\/$/, '')) || tracked.some((file) => file.startsWith(path.replace(/\/?$/, '/')));

describe('the links of the Markdown files', () => {
  const links = documents.flatMap(({ file, text }) => linksOf(text).map((target) => ({ file, target })));
  const inside = links.filter(({ target }) => !/^[a-z]+:/.test(target));

  it('lead to files that are there', () => {
    expect(inside.length).toBeGreaterThan(40);
    const broken = inside.filter(({ file, target }) => {
      const [path = ''] = target.split('#');
      return path !== '' && !isThere(resolved(file, path));
    });
    expect(broken).toEqual([]);
  });

  it('lead to headings that are there', () => {
    const withAnchor = inside.filter(({ target }) => target.includes('#'));
    expect(withAnchor.length).toBeGreaterThan(5);
    const broken = withAnchor.filter(({ file, target }) => {
      const [path = '', anchor = ''] = target.split('#');
      const of = path === '' ? file : resolved(file, path);
      const text = documents.find((document) => document.file === of)?.text ?? '';
      return !anchorsOf(text).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('outside of the project use HTTPS, unless they lead to the host on this machine', () => {
    const outside = links.filter(({ target }) => /^[a-z]+:/.test(target));
    expect(outside.length).toBeGreaterThan(10);
    const wrong = outside.filter(({ target }) => {
      const { protocol, hostname } = new URL(target);
      return protocol !== 'https:' && hostname !== '127.0.0.1';
    });
    expect(wrong).toEqual([]);
  });
});

describe('the commands of the Markdown files', () => {
  it('run scripts that are in package.json', () => {
    const scripts = places(/\bnpm run (?:-s )?([\w:]+)/g);
    expect(scripts.length).toBeGreaterThan(30);
    expect(scripts.filter(({ groups: [script = ''] }) => !(script in packageJson.scripts))).toEqual([]);
  });

  it('run programs that npm ci installs', () => {
    const programs = places(/\bnpx ([\w-]+)/g).filter(({ groups: [program] }) => program !== 'graphql-codegen');
    expect(programs.length).toBeGreaterThan(0);
    expect(programs.filter(({ groups: [program] }) => !existsSync(`${root}node_modules/.bin/${program}`))).toEqual([]);
  });

  it('use flags that the help of their command names', () => {
    const uses = places(/\bnpm (?:run )?(?:-s )?(start|generate|model|token|eval|bench|deploy) -- ([^`\n|]*)/g).flatMap(
      ({ file, groups: [script = '', rest = ''] }) =>
        [...rest.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([flag]) => ({ file, script, flag })),
    );
    expect(uses.length).toBeGreaterThan(8);
    const help = new Map(
      [...new Set(uses.map(({ script }) => script))].map((script) => {
        const { stdout } = spawnSync('npm', ['run', '-s', script, '--', '--help'], { cwd: root, encoding: 'utf8' });
        return [script, stdout];
      }),
    );
    const unknown = uses.filter(({ script, flag }) => !new RegExp(`${flag}(?![\\w-])`).test(help.get(script) ?? ''));
    expect(unknown).toEqual([]);
  }, 120_000);

  it('give settings that a deployment has', () => {
    const settings = [
      ...settingsNamed(() => readConfig({ nothing: 'x' }, undefined, new Date('2026-11-23'))),
      ...settingsNamed(() => readDeliveryConfig({ repository: 'a/b', repositoryIds: '1/2', nothing: 'x' }, undefined)),
    ];
    const given = places(/(?<![\w-])-c (\w+)=/g).filter(({ groups: [name] }) => name !== 'name');
    expect(given.length).toBeGreaterThan(5);
    expect(given.filter(({ groups: [name = ''] }) => !settings.includes(name))).toEqual([]);
  });
});

/** The names of all settings, from the error that refuses an unknown one. */
function settingsNamed(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    return / settings (.+)\.$/.exec((error as Error).message)?.[1]?.split(', ') ?? [];
  }
  return [];
}

it('the Markdown files name only files that are there', () => {
  const named = documents
    // The changelog names what was there at its time.
    .filter(({ file }) => file !== 'CHANGELOG.md')
    .flatMap(({ file, text }) =>
      [...proseOf(text).matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|tsx|mjs|json|graphql|md))`/g)].map(([, path = '']) => ({
        file,
        path,
      })),
    )
    // `x.ts` stands for any file, and `dist/` is written by a build.
    .filter(({ path }) => !/(^|\/)x\./.test(path) && !path.startsWith('dist/'));
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(({ file, path }) => !isThere(posix.normalize(path)) && !isThere(resolved(file, path)));
  expect(missing).toEqual([]);
});
