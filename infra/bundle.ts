import type { BuildOptions } from 'esbuild';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { CompanionName, FunctionName } from '../functions/function-manifest.ts';
import { companions, functions } from '../functions/function-manifest.ts';
import type { FieldName, StepName } from '../resolvers/manifest.ts';
import { fieldFile, fields, stepFile, steps } from '../resolvers/manifest.ts';
import { languages } from '../schema/languages.ts';
import type { SyntaxWay } from '../schema/syntax-ways.ts';

/** Name of a resolver's code: a field, or `steps/` and a step. */
export type ResolverName = FieldName | `steps/${StepName}`;

/** The code of each function, and what a function loads late. */
export type FunctionCodes = Record<FunctionName | CompanionName, string>;

/** Most bytes of a resolver's code; AppSync takes 32,768 characters. */
const MOST_RESOLVER_BYTES = 32_000;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Told of each file that went into a bundle, by its path from the root. */
type Take = (file: string) => void;

/**
 * The code of every field and step as it is deployed: each one ES module of the language that APPSYNC_JS has.
 * @throws Error one is over 32,000 bytes
 */
export async function bundleResolvers(take?: Take): Promise<Record<ResolverName, string>> {
  const entries = [
    ...(Object.keys(fields) as FieldName[]).map((name) => ({ in: `resolvers/${fieldFile(name)}`, out: name })),
    ...(Object.keys(steps) as StepName[]).map((name) => ({
      in: `resolvers/${stepFile(name)}`,
      out: `steps/${name}` as const,
    })),
  ];
  const codes = await bundle<ResolverName>(
    entries,
    {
      format: 'esm',
      target: 'esnext',
      external: ['@aws-appsync/utils'],
      tsconfigRaw: {},
    },
    take,
  );
  for (const { out: name } of entries) {
    const bytes = Buffer.byteLength(codes[name]);
    if (bytes > MOST_RESOLVER_BYTES) {
      throw new Error(`The resolver ${name} is ${bytes} bytes long; allowed are ${MOST_RESOLVER_BYTES}.`);
    }
  }
  return codes;
}

/**
 * The code of every function as it is deployed: each one CommonJS file that exports `handler`, the AWS SDK included; and
 * that of their companions.
 */
export async function bundleFunctions(take?: Take): Promise<FunctionCodes> {
  const options: BuildOptions = {
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
  };
  const [codes, beside] = await Promise.all([
    bundle<FunctionName>(entriesOf(functions), options, take),
    bundle<CompanionName>(entriesOf(companions), { ...options, ...placeOfModule }, take),
  ]);
  return { ...codes, ...beside };
}

/** Some packages ask for the place of their module, which a CommonJS file tells otherwise. */
const placeOfModule: BuildOptions = {
  define: { 'import.meta.url': 'placeOfModule' },
  banner: { js: "const placeOfModule = require('node:url').pathToFileURL(__filename).href;" },
};

function entriesOf(table: Readonly<Record<string, { readonly file: string }>>): { in: string; out: string }[] {
  return Object.entries(table).map(([name, { file }]) => ({ in: `functions/${file}`, out: name }));
}

/** The files that the check of syntax reads, each by its path below `node_modules`. */
export function checkFiles(): string[] {
  const ways = Object.values(languages).map(({ check }): SyntaxWay | null => check);
  const grammars = ways.flatMap((way) => (way && 'file' in way ? [way.file] : []));
  return ['web-tree-sitter/web-tree-sitter.wasm', ...grammars];
}

async function bundle<Name extends string>(
  entryPoints: { in: string; out: string }[],
  options: BuildOptions,
  take: Take = () => undefined,
): Promise<Record<Name, string>> {
  const { outputFiles = [], metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints,
    outdir: '/',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  });
  for (const file of Object.keys(metafile.inputs)) take(file);
  const codes = outputFiles.map((file) => [file.path.replaceAll('\\', '/').replace(/^.*?\/|\.js$/g, ''), file.text]);
  return Object.fromEntries(codes) as Record<Name, string>;
}
