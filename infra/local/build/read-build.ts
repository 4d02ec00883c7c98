import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionCodes, ResolverName } from '../../bundle.ts';
import type { PageFile } from '../../bundle-page.ts';
import type { CommonJs } from '../appsync/resolving/common-js.ts';
import { keepCommonJs } from '../appsync/resolving/common-js.ts';
import { buildFolder, makeFresh } from './fresh-build.mjs';

/** The content of resolvers.json. */
export type BuiltResolvers = readonly ({ readonly name: string; readonly code: string } & CommonJs)[];

/** The content of page.json. The bytes of each file are in base64. */
export type BuiltPage = readonly { readonly name: string; readonly base64: string }[];

/** The results of `bundleResolvers`, `bundleFunctions` and `bundlePage`, which the host runs and serves. */
export interface Build {
  readonly resolvers: Record<ResolverName, string>;
  readonly functions: FunctionCodes;
  /** Read when it is asked for. */
  page(): Promise<readonly PageFile[]>;
}

/**
 * Reads what was built of the resolvers, the functions and the page; builds it first when a source is newer.
 * @throws Error it cannot be built
 */
export function readBuild(): Build {
  makeFresh();
  const resolvers = read('resolvers.json') as BuiltResolvers;
  for (const { code, script, map } of resolvers) keepCommonJs(code, { script, map });
  return {
    resolvers: Object.fromEntries(resolvers.map(({ name, code }) => [name, code])) as Build['resolvers'],
    functions: read('functions.json') as Build['functions'],
    page: async () =>
      (read('page.json') as BuiltPage).map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(buildFolder, name), 'utf8'));
}
