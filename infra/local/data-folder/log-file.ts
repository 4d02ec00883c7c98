import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { FolderFault, folderFault } from './folder-fault.ts';

/** A file that lines are added to, each with the time. */
export interface LogFile {
  /** Never throws: while the file cannot be written, lines are left out, and `complain` is told so once. */
  write(line: string): void;
  close(): Promise<void>;
}

/** Most that waits to be written; what comes on top is left out. */
const MOST_WAITING_CHARACTERS = 1024 * 1024;

/**
 * Opens the log, readable by its owner only.
 * @throws FolderFault it cannot be written
 */
export async function openLogFile(path: string, complain: (sentence: string) => void): Promise<LogFile> {
  let file: FileHandle;
  try {
    // Opening a named pipe would never come back.
    const there = await stat(path).catch(() => undefined);
    if (there && !there.isFile()) throw new FolderFault(`${path} is not a file. Move it away.`);
    file = await open(path, 'a', 0o600);
  } catch (error) {
    throw folderFault(path, error);
  }
  let waiting = '';
  let writing: Promise<void> | undefined;
  let silent = false;

  const writeAll = async (): Promise<void> => {
    while (waiting !== '') {
      const text = waiting;
      waiting = '';
      try {
        await file.appendFile(text);
        silent = false;
      } catch (error) {
        if (!silent) complain(`Lines are left out of the log. ${folderFault(path, error).message}`);
        silent = true;
      }
    }
    writing = undefined;
  };
  return {
    write(line) {
      if (waiting.length > MOST_WAITING_CHARACTERS) return;
      waiting += `${new Date().toISOString()} ${line}\n`;
      writing ??= writeAll();
    },
    async close() {
      await writing;
      await file.close();
    },
  };
}
