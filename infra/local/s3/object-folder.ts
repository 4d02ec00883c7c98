import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { link, mkdir, open, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { S3Error } from './s3-error.ts';

/** The response headers that are stored with an object, by their lower-case names. They include `x-amz-meta-…`. */
export type ObjectHeaders = Readonly<Record<string, string>>;

export interface NewObject {
  readonly bytes: Buffer;
  readonly headers: ObjectHeaders;
}

export interface StoredObject extends NewObject {
  readonly modifiedAt: Date;
}

/**
 * Objects as files that a person can open: the key is the path below the folder. A file is either whole and on disk,
 * or not there. Headers lie in `object-metadata/`, half-written files in `unfinished/`, so that among the objects
 * there is nothing but objects.
 */
export interface ObjectFolder {
  /** @throws S3Error PreconditionFailed when it is to be new and is not; InvalidArgument when a file system cannot hold the key */
  put(key: string, object: NewObject, mustBeNew: boolean): Promise<void>;
  /** @throws S3Error NoSuchKey */
  get(key: string): Promise<StoredObject>;
  /** Removes the folders that it leaves empty too, but the topmost. One that is not there counts as removed. */
  remove(key: string): Promise<void>;
}

const PLACING_TRIES = 5;
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/** Opens the folder, which nobody else may be writing to: what a killed predecessor left half-written is removed. */
export function openObjectFolder(folder: string): ObjectFolder {
  const unfinished = join(folder, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const pathOf = (key: string) => join(folder, ...key.split('/'));
  /** By hash: a key may be as long as a file name, and one key may be the folder of another. */
  const headersPathOf = (key: string) =>
    join(folder, 'object-metadata', `${createHash('sha256').update(key).digest('hex')}.json`);

  async function write(path: string, bytes: Buffer | string, mustBeNew: boolean): Promise<void> {
    const temporary = join(unfinished, randomUUID());
    await mkdir(unfinished, { recursive: true, mode: OWNER_ONLY.folder });
    try {
      await using(await open(temporary, 'wx', OWNER_ONLY.file), async (file) => {
        await file.writeFile(bytes);
        await file.sync();
      });
      await place(temporary, path, mustBeNew);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    async put(key, { bytes, headers }, mustBeNew) {
      const path = pathOf(key);
      try {
        if (mustBeNew) await write(path, bytes, true);
        await write(headersPathOf(key), JSON.stringify({ key, headers }, null, 2), false);
        if (!mustBeNew) await write(path, bytes, false);
      } catch (error) {
        throw putError(error, key);
      }
    },
    async get(key) {
      try {
        const path = pathOf(key);
        const [bytes, { mtime }] = await Promise.all([readFile(path), stat(path)]);
        return { bytes, headers: await readHeaders(headersPathOf(key)), modifiedAt: mtime };
      } catch (error) {
        if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(codeOf(error))) {
          throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: key });
        }
        throw error;
      }
    },
    async remove(key) {
      const gone = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EPERM', 'ENAMETOOLONG', 'ERR_FS_EISDIR'];
      await rm(pathOf(key)).catch((error: unknown) => {
        if (!gone.includes(codeOf(error))) throw error;
      });
      await rm(headersPathOf(key), { force: true });
      const [top = '', ...below] = key.split('/').slice(0, -1);
      for (; below.length > 0; below.pop()) await rmdir(join(folder, top, ...below)).catch(() => undefined);
    },
  };
}

/** Puts a finished file where it belongs, and that on disk. The folder may be removed, being empty, at any moment. */
async function place(temporary: string, path: string, mustBeNew: boolean): Promise<void> {
  for (let left = PLACING_TRIES - 1; ; left--) {
    try {
      await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
      await (mustBeNew ? link(temporary, path) : rename(temporary, path));
      await using(await open(dirname(path)), (directory) => directory.sync());
      return;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || left === 0) throw error;
    }
  }
}

async function using(file: FileHandle, use: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

async function readHeaders(path: string): Promise<ObjectHeaders> {
  try {
    return (JSON.parse(await readFile(path, 'utf8')) as { headers: ObjectHeaders }).headers;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw error;
  }
}

function putError(error: unknown, key: string): unknown {
  const code = codeOf(error);
  if (code === 'ENAMETOOLONG') return new S3Error('KeyTooLongError', 'Your key is too long');
  if (code === 'EEXIST' && !isFolderClash(error)) return alreadyThere();
  if (['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY'].includes(code)) {
    const name = JSON.stringify(key);
    return new S3Error(
      'InvalidArgument',
      `The key ${name} cannot be stored here: a file and a folder would share a name.`,
    );
  }
  return error;
}

function alreadyThere(): S3Error {
  return new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: 'If-None-Match',
  });
}

function isFolderClash(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'mkdir';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
