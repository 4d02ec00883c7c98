import type { BuildOptions, Metafile } from 'esbuild';
import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '../schema/languages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const WORKER = 'client/web/code/code-worker.ts';
const SCRIPT = 'client/web/page.tsx';
const STYLE = 'client/web/style/page.css';

/** A file of the page. A name that holds a hash of its content stands for that content for ever. */
export interface PageFile {
  /** From the folder of the page: `index.html`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The page as browsers load it, but for `config.json`, which says where the API is and which the host writes.
 * @param take told of each file that went into it, by its path from the root
 */
export async function bundlePage(take: (file: string) => void = () => undefined): Promise<readonly PageFile[]> {
  const worker = await bundle([WORKER]);
  const titles = Object.fromEntries(Object.entries(languages).map(([name, { title }]) => [name, title]));
  const page = await bundle([SCRIPT, STYLE], {
    alias: { graphql: `${root}client/web/no-graphql.ts` },
    define: {
      CODE_WORKER: JSON.stringify(`./${outputOf(worker.metafile, WORKER)}`),
      LANGUAGE_TITLES: JSON.stringify(JSON.stringify(titles)),
    },
  });
  for (const { inputs } of [worker.metafile, page.metafile]) Object.keys(inputs).forEach(take);
  for (const file of ['client/web/index.html', 'client/web/icon.svg', 'infra/bundle-page.ts']) take(file);
  const html = await readFile(`${root}client/web/index.html`, 'utf8');
  const named = html
    .replace('./page.js', `./${outputOf(page.metafile, SCRIPT)}`)
    .replace('./page.css', `./${outputOf(page.metafile, STYLE)}`);
  return [
    { name: 'index.html', bytes: Buffer.from(named) },
    { name: 'icon.svg', bytes: await readFile(`${root}client/web/icon.svg`) },
    ...worker.files,
    ...page.files,
  ];
}

/** Writes the page into a folder, in place of what is there. */
export async function buildPage(outFolder: string): Promise<void> {
  const files = await bundlePage();
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  for (const { name, bytes } of files) await writeFile(join(outFolder, name), bytes);
}

async function bundle(
  entryPoints: string[],
  options: BuildOptions = {},
): Promise<{ files: readonly PageFile[]; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    ...options,
    ...{ absWorkingDir: root, entryPoints, outdir: '/', write: false, metafile: true },
    ...{ bundle: true, splitting: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022' },
    ...{ entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', jsx: 'automatic', jsxImportSource: 'preact' },
    ...{ tsconfigRaw: {}, legalComments: 'none', charset: 'utf8', logLevel: 'silent' },
  });
  const files = outputFiles.map(({ path, contents }) => ({
    name: path.replaceAll('\\', '/').replace(/^.*\//, ''),
    bytes: contents,
  }));
  return { files, metafile };
}

/** The name of the file that the build made of an entry. */
function outputOf({ outputs }: Metafile, entry: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (!found) throw new Error(`The build made no file of ${entry}.`);
  return found[0].replace(/^.*\//, '');
}
