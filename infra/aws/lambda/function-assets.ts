import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FunctionName } from '../../../functions/function-manifest.ts';
import { companions } from '../../../functions/function-manifest.ts';
import type { FunctionCodes } from '../../bundle.ts';
import { checkFiles } from '../../bundle.ts';
import { packagesFolder } from '../../packages-folder.ts';

/** For each function the folder that is deployed: `index.js`, which Lambda loads as CommonJS, and what it loads late. */
export type FunctionFolders = Readonly<Record<FunctionName, string>>;

/** Writes what `bundleFunctions` gives below a folder, which holds nothing else afterwards. */
export function writeFunctionAssets(codes: Readonly<FunctionCodes>, below: string): FunctionFolders {
  rmSync(below, { recursive: true, force: true });
  const { 'check-syntax': check, ...functions } = codes;
  const folders = Object.entries(functions).map(([name, code]) => {
    const folder = join(below, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), code);
    return [name, folder];
  });
  const checking = join(below, companions['check-syntax'].of);
  writeFileSync(join(checking, 'check-syntax.cjs'), check);
  for (const file of checkFiles()) {
    const copy = join(checking, 'grammars', file);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(packagesFolder, file), copy);
  }
  return Object.fromEntries(folders) as FunctionFolders;
}

/** A line for each code: its size, and what is left of it when compressed. */
export function sizesOf(codes: Readonly<Record<string, string>>): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  const lines = Object.entries(codes).map(([name, code]) => {
    const size = kilobytes(Buffer.byteLength(code));
    return `${name.padEnd(20)}${size}${kilobytes(gzipSync(code).byteLength)} compressed`;
  });
  return lines.join('\n');
}
