import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FunctionName } from '../../../functions/function-manifest.ts';

/** For each function the folder that is deployed: one file `index.js`, which Lambda loads as CommonJS. */
export type FunctionFolders = Readonly<Record<FunctionName, string>>;

/** Writes what `bundleFunctions` gives below a folder. */
export function writeFunctionAssets(codes: Readonly<Record<FunctionName, string>>, below: string): FunctionFolders {
  const folders = Object.entries(codes).map(([name, code]) => {
    const folder = join(below, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), code);
    return [name, folder];
  });
  return Object.fromEntries(folders) as FunctionFolders;
}

/** A line for each function: its size, and what is left of it when compressed. */
export function sizesOf(codes: Readonly<Record<FunctionName, string>>): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  const lines = Object.entries(codes).map(([name, code]) => {
    const size = kilobytes(Buffer.byteLength(code));
    return `${name.padEnd(20)}${size}${kilobytes(gzipSync(code).byteLength)} compressed`;
  });
  return lines.join('\n');
}
