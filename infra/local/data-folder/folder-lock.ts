import { ClassicLevel } from 'classic-level';
import { rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderFault, folderFault } from './folder-fault.ts';
import { makeFolder } from './make-folder.ts';
import { readIfThere } from './write-once.ts';

/** The right to work on a data folder, which one process has at a time. */
export interface FolderLock {
  /** Says where the host answers, and to which key, for the command line of its owner that looks for it. */
  announce(url: string, apiKey: string): Promise<void>;
  release(): Promise<void>;
}

/** What `host.lock` says of the host that runs. */
interface Holder {
  readonly pid: number;
  /** Null while the host is starting. */
  readonly url: string | null;
  readonly apiKey: string | null;
}

const LOOKS = 20;
const LOOK_EVERY_MS = 50;

/**
 * Takes the lock. It is LevelDB's own on an empty database, which the system releases with the process, however that
 * ends; a process that was stopped keeps it. Not the table's, which is let go for a moment when the table is opened anew
 * after a fault. `host.lock` only tells who has it.
 * @throws FolderFault another process has it, named by its number and URL; or the folder cannot be written
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const place = join(folder, 'lock');
  const lock = await openLock(folder, place);
  const file = join(folder, 'host.lock');
  const announce = async (url: string | null, apiKey: string | null): Promise<void> => {
    const temporary = join(folder, '.host.lock');
    const holder: Holder = { pid: process.pid, url, apiKey };
    try {
      await writeFile(temporary, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
      await rename(temporary, file);
    } catch (error) {
      throw folderFault(file, error);
    }
  };
  const release = async (): Promise<void> => {
    rmSync(file, { force: true });
    await lock.close();
  };
  try {
    await announce(null, null);
  } catch (error) {
    await release();
    throw error;
  }
  return { announce, release };
}

async function openLock(folder: string, place: string): Promise<ClassicLevel> {
  try {
    await makeFolder(place);
    const lock = new ClassicLevel(place);
    await lock.open();
    return lock;
  } catch (error) {
    throw isLocked(error) ? new FolderFault(await takenBy(folder), { cause: error }) : folderFault(place, error);
  }
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}

/** The holder may have taken the lock this very moment; what is read before it wrote tells of one that is gone. */
async function takenBy(folder: string): Promise<string> {
  for (let look = 0; look < LOOKS; look++) {
    const holder = readHolder(join(folder, 'host.lock'));
    if (holder && isAlive(holder.pid)) {
      const where = holder.url === null ? ', which is starting' : ` at ${holder.url}`;
      return `A host runs on the data folder ${folder} already: process ${holder.pid}${where}.`;
    }
    await sleep(LOOK_EVERY_MS);
  }
  return `Another process works on the data folder ${folder}. End it, or choose another folder with --data.`;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readIfThere(file) ?? '') as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
