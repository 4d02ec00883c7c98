import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { folderFault } from '../../data-folder/folder-fault.ts';
import { makeFolder } from '../../data-folder/make-folder.ts';

/** What came so far of a file that is being downloaded, kept beside its place under the name `.part`. */
export interface PartFile {
  /** Bytes that are there. */
  size(): Promise<number>;
  /** The ETag of what the part was begun from; empty when it had none. */
  tag(): Promise<string>;
  /**
   * Writes what comes from a place on; what was behind that place is gone.
   * @param onWritten told how many bytes there are
   */
  write(
    begin: number,
    tag: string,
    chunks: AsyncIterable<Uint8Array>,
    onWritten: (size: number) => void,
  ): Promise<void>;
  /** The SHA-256 of what lies on the disk. */
  hash(): Promise<string>;
  /** The part becomes the file. */
  complete(): Promise<void>;
  remove(): Promise<void>;
}

/** All of it throws FolderFault, a sentence, when the disk does not do what it should. */
export function createPartFile(target: string): PartFile {
  const part = `${target}.part`;
  const tagFile = `${part}.etag`;
  return {
    size: () => sizeOf(part),
    tag: () => readFile(tagFile, 'utf8').catch(() => ''),
    async write(begin, tag, chunks, onWritten) {
      const handle = await onDisk(part, async () => {
        await makeFolder(dirname(target));
        await writeFile(tagFile, tag, { mode: 0o600 });
        return open(part, begin > 0 ? 'r+' : 'w', 0o600);
      });
      let size = begin;
      try {
        for await (const chunk of chunks) {
          await onDisk(part, () => writeWhole(handle, chunk, size));
          size += chunk.length;
          onWritten(size);
        }
        await onDisk(part, () => handle.sync());
      } finally {
        await handle.close();
      }
    },
    hash: () => onDisk(part, () => hashOf(part)),
    async complete() {
      await onDisk(target, () => rename(part, target));
      await rm(tagFile, { force: true });
    },
    async remove() {
      await rm(part, { force: true });
      await rm(tagFile, { force: true });
    },
  };
}

/** In bytes; 0 when there is no such file. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

/** The SHA-256 of a file, in hexadecimal. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** A disk that is nearly full takes a piece and says nothing. */
async function writeWhole(handle: FileHandle, chunk: Uint8Array, place: number): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    done += (await handle.write(chunk, done, chunk.length - done, place + done)).bytesWritten;
  }
}

async function onDisk<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // What comes over the line has its own sentences.
    throw error instanceof Error && 'syscall' in error ? folderFault(path, error) : error;
  }
}
