import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageFile } from '../../infra/bundle-page.ts';
import { bundlePage } from '../../infra/bundle-page.ts';

describe('the files of the page', () => {
  let files: readonly PageFile[] = [];
  beforeAll(async () => {
    files = await bundlePage();
  });

  const textOf = (name: string): string =>
    Buffer.from(files.find((file) => file.name === name)?.bytes ?? []).toString();
  const zipped = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(textOf(name), { level: 9 }).length, 0);
  /** The files that the text of another names, each by a beginning such as `from"./`. */
  const namedIn = (text: string, before: RegExp): string[] =>
    [...text.matchAll(new RegExp(`${before.source}\\./([\\w.-]+)`, 'g'))].map(([, name = '']) => name);
  /** A script and all that it imports before it runs. */
  const withImports = (name: string): string[] => {
    const imported = namedIn(textOf(name), /(?:from|import)"/);
    return [...new Set([name, ...imported.flatMap(withImports)])];
  };
  const script = (): string => namedIn(textOf('index.html'), /src="/)[0] ?? '';
  const worker = (): string => files.find(({ name }) => name.startsWith('code-worker-'))?.name ?? '';

  it('come in 5 requests and 35 kB before a person can type, the configuration and the icon aside', () => {
    const first = ['index.html', ...namedIn(textOf('index.html'), /href="/), ...withImports(script())];
    const needed = first.filter((name) => name !== 'icon.svg');
    expect(needed.every((name) => textOf(name) !== '')).toBe(true);
    expect(needed.some((name) => name.endsWith('.css'))).toBe(true);
    expect(needed.length).toBeLessThanOrEqual(5);
    expect(zipped(needed)).toBeLessThanOrEqual(35_000);
  });

  it('have at most 25 kB of script among them', () => {
    expect(zipped(withImports(script()))).toBeLessThanOrEqual(25_000);
  });

  it('take 14 kB more at the first code: the worker and a language', () => {
    const grammar = files.find(({ name }) => name.startsWith('typescript-'))?.name ?? '';
    expect(textOf(grammar)).not.toBe('');
    expect(zipped([...withImports(worker()), grammar])).toBeLessThanOrEqual(14_000);
  });

  it('take 2 kB more for the first comparison', () => {
    const comparison = files.find(({ name }) => name.startsWith('compare-code-'))?.name ?? '';
    expect(textOf(comparison)).not.toBe('');
    expect(zipped([comparison])).toBeLessThanOrEqual(2_000);
  });

  it('hold no parser of GraphQL, which would be more than half of the page', () => {
    expect(textOf(script())).not.toContain('Syntax Error');
    for (const name of withImports(script())) expect(textOf(name)).not.toContain('GraphQLError');
  });

  it('name no host but this machine, and the one that stands in the name of SVG', () => {
    const hosts = withImports(script()).flatMap((name) => textOf(name).match(/(?:https?|wss?):\/\/[\w.-]+/g) ?? []);
    expect([...new Set(hosts)].filter((host) => !/\/\/(?:www\.w3\.org|127\.0\.0\.1)$/.test(host))).toEqual([]);
  });
});
