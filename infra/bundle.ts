import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { FunctionName } from '../functions/manifest.ts';
import { functions } from '../functions/manifest.ts';
import type { FieldName, StepName } from '../resolvers/manifest.ts';

/** Most bytes of a resolver's code; AppSync takes 32,768 characters. */
const MOST_RESOLVER_BYTES = 32_000;

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The code of a field or a step, as it is deployed: one ES module of the language that APPSYNC_JS has.
 * @throws Error it is over 32,000 bytes
 */
export function bundleResolver(name: FieldName | `steps/${StepName}`): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${root}resolvers/${name}.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'esnext',
    platform: 'node',
    external: ['@aws-appsync/utils'],
    legalComments: 'none',
    charset: 'utf8',
    tsconfigRaw: {},
  });
  const code = textOf(outputFiles);
  const bytes = Buffer.byteLength(code);
  if (bytes > MOST_RESOLVER_BYTES) {
    throw new Error(`The resolver ${name} is ${bytes} bytes long; allowed are ${MOST_RESOLVER_BYTES}.`);
  }
  return code;
}

/** The code of a function, as it is deployed: one CommonJS file that exports `handler`, the AWS SDK included. */
export function bundleFunction(name: FunctionName): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${root}functions/${functions[name].file}`],
    bundle: true,
    write: false,
    minify: true,
    keepNames: true,
    format: 'cjs',
    target: 'node20',
    platform: 'node',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    charset: 'utf8',
  });
  return textOf(outputFiles);
}

function textOf(files: { text: string }[]): string {
  const [file] = files;
  if (!file) throw new Error('esbuild gave no output.');
  return file.text;
}
