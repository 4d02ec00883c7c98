import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const KB = 1024;
const client = `export * from './client/index.ts';`;

interface Bundle {
  /** What a browser loads at first, compressed, in bytes. */
  readonly size: number;
  /** The files that it holds something of. */
  readonly inputs: readonly string[];
}

/** A browser's bundle of what these lines import; what is imported when needed is not in its first file. */
async function bundle(contents: string, alias: Record<string, string> = {}): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: project, loader: 'ts' },
    outdir: 'out',
    entryNames: 'entry',
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    external: ['react'],
    alias,
  });
  const entry = outputFiles.find(({ path }) => path.endsWith('entry.js'));
  const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith('entry.js')) ?? [];
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { size: gzipSync(entry?.contents ?? '', { level: 9 }).length, inputs: inputs.map(([path]) => path) };
}

const page = { graphql: `${project}client/web/no-graphql.ts` };

describe('what a browser loads, compressed', () => {
  it('is at most 22 KB for the client, with nothing of the packages that only some need', async () => {
    const { size, inputs } = await bundle(client);
    expect(inputs.filter((path) => /node_modules\/(ws|@aws-crypto|@smithy)\//.test(path))).toEqual([]);
    expect(size).toBeLessThanOrEqual(22 * KB);
  });

  it('is at most 10 KB for the client in the bundle of the page', async () => {
    const { size, inputs } = await bundle(client, page);
    expect(inputs.filter((path) => path.includes('node_modules/graphql/'))).toEqual([]);
    expect(size).toBeLessThanOrEqual(10 * KB);
  });

  it('is at most 3 KB for the stores, the hooks and the code view over the client', async () => {
    const alone = await bundle(client, page);
    const both = await bundle(
      `${client} export * from './client/store/index.ts'; export * from './client/react/index.ts';`,
      page,
    );
    expect(both.inputs.filter((path) => path.includes('node_modules/diff/'))).toEqual([]);
    expect(both.size - alone.size).toBeLessThanOrEqual(3 * KB);
  });
});
