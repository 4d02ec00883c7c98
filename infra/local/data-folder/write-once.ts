import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FolderFault, folderFault } from './folder-fault.ts';

/** The format of a text that is stored in a file. */
export interface TextFormat {
  readonly make: () => string;
  /** False when it was cut off, or is none. */
  readonly isWhole: (text: string) => boolean;
}

/**
 * A text that is made once and kept in a file that only its owner can read. White space around it does not count.
 * @throws FolderFault the file cannot be read or written, or holds something else
 */
export function readOrCreate(file: string, { make, isWhole }: TextFormat): string {
  try {
    const text = (readIfThere(file) ?? writeOnce(file, make())).trim();
    if (isWhole(text)) return text;
  } catch (error) {
    throw folderFault(file, error);
  }
  throw new FolderFault(
    `${file} is empty, cut off or no ${basename(file)} at all. Put back a copy; or remove it, and the next start makes a new one, which ends what was given out with the old one.`,
  );
}

/** The text of a file; undefined when there is no such file. */
export function readIfThere(file: string): string | undefined {
  try {
    // Reading a named pipe would never come back.
    if (!statSync(file).isFile()) throw new FolderFault(`${file} is not a file. Move it away.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the file whole and on disk, unless somebody else was first. @returns what the file holds */
function writeOnce(file: string, text: string): string {
  const temporary = join(dirname(file), `.${basename(file)}-${randomUUID()}`);
  try {
    writeSynced(temporary, text);
    linkSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
