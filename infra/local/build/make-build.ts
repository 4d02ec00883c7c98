import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { bundleFunctions, bundleResolvers } from '../../bundle.ts';
import { bundlePage } from '../../bundle-page.ts';
import { commonJsOf } from '../appsync/resolving/common-js.ts';
import { buildFolder, inputsFile, stampOf } from './fresh-build.mjs';
import type { BuiltPage, BuiltResolvers } from './read-build.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ENTRY = 'infra/local/main.ts';
/** The packages as they are installed; and who makes the build. */
const alsoMadeOf = ['node_modules/.package-lock.json', 'infra/bundle.ts', 'infra/local/build/make-build.ts'];
/** Packages, of which the one list tells; and what the compiler makes up, as `<define:NAME>`. */
const notOurs = /node_modules\/(?!\.package-lock)|^</;
/** Loaded from node_modules, when and if they are needed. */
const external = ['@aws-sdk/*', 'altair-static', 'classic-level', 'esbuild', 'typescript'];

/**
 * Builds what the host runs into `dist/host`: the host as one file, the resolvers, the functions and the page. The list of what it
 * was made of is written last, and without it there is no build.
 * @throws Error a source does not compile
 */
export async function makeBuild(): Promise<void> {
  const begun = Date.now();
  const inputs = new Set(alsoMadeOf);
  const take = (file: string): void => void inputs.add(file);
  const [host, codes, functions, page] = await Promise.all([
    bundleHost(take),
    bundleResolvers(take),
    bundleFunctions(take),
    bundlePage(take),
  ]);
  const resolvers: BuiltResolvers = await Promise.all(
    Object.entries(codes).map(async ([name, code]) => ({ name, code, ...(await commonJsOf(code)) })),
  );
  const files: BuiltPage = page.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  mkdirSync(buildFolder, { recursive: true });
  rmSync(inputsFile, { force: true });
  rmSync(join(buildFolder, 'host.cache'), { force: true });
  write('host.cjs', host);
  write('resolvers.json', JSON.stringify(resolvers));
  write('functions.json', JSON.stringify(functions));
  write('page.json', JSON.stringify(files));
  const own = [...inputs].filter((file) => !notOurs.test(file));
  write('inputs.json', JSON.stringify(Object.fromEntries(own.map((file) => [file, stampBefore(file, begun)]))));
}

/** What changed while it was built counts as changed since. */
function stampBefore(file: string, begun: number): string {
  const stamp = stampOf(file) ?? 'gone';
  return Number(stamp.split(' ')[0]) < begun ? stamp : 'changed';
}

/** Nobody sees half of a file. */
function write(name: string, text: string): void {
  const file = join(buildFolder, name);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

async function bundleHost(take: (file: string) => void): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    outdir: '/',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    keepNames: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
    external,
    plugins: [ownPlaces],
  });
  for (const file of Object.keys(metafile.inputs)) take(file);
  return outputFiles[0]?.text ?? '';
}

/** In the bundle `import.meta.url` stays the place of the source, beside which files are read. */
const ownPlaces: Plugin = {
  name: 'own places',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?ts$|\.mjs$/ }, ({ path }) => {
      const file = relative(root, resolve(path)).replaceAll('\\', '/');
      if (file.startsWith('node_modules/')) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const place = `require('node:url').pathToFileURL(require('node:path').join(__dirname, '../..', ${JSON.stringify(file)})).href`;
      return { contents: text.replaceAll('import.meta.url', `(${place})`), loader: 'ts' };
    });
  },
};
