import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderFault } from '../data-folder/folder-fault.ts';
import { makeFolder } from '../data-folder/make-folder.ts';

/** A message that is on disk. */
export interface StoredMessage<Body> {
  /** The name of its file; by it the messages are in the order in which they came. */
  readonly name: string;
  readonly body: Body;
  /** How often it was handed out in vain. */
  readonly tries: number;
}

/** Messages of a queue, each a file of its own, so that damage to one costs that one alone. */
export interface MessageFolder<Body> {
  /** Those that were there when it was opened, oldest first. */
  readonly found: readonly StoredMessage<Body>[];
  /** Keeps the message: it is on disk, whole, when this resolves. @throws Error it could not be written */
  add(body: Body): Promise<StoredMessage<Body>>;
  /** Counts that it was handed out in vain. When that cannot be kept, it is counted until the process ends. */
  countTry(message: StoredMessage<Body>): Promise<StoredMessage<Body>>;
  /** Forgets the message. When that fails it is told to `warn`, and the message is found again at the next start. */
  remove(message: StoredMessage<Body>): Promise<void>;
}

interface MessageFolderOptions<Body> {
  readonly folder: string;
  /** True for the body of a message of this queue. */
  readonly isBody: (value: unknown) => value is Body;
  readonly warn: (line: string) => void;
}

const ENDING = '.json';
/** The end of a name, with the count of tries where there were any: `.2.json`. */
const TRIES = /(?:\.(\d+))?\.json$/;
/** Half written, when the process ended. Nobody was told that it is kept. */
const UNFINISHED = '.part';

/** @throws FolderFault the folder cannot be used */
export async function openMessageFolder<Body>(options: MessageFolderOptions<Body>): Promise<MessageFolder<Body>> {
  const { folder, warn } = options;
  let count = 0;
  const found = await readAll(options);
  return {
    found,
    async add(body) {
      // Messages of one millisecond keep their order too.
      const order = `${Date.now()}-${String((count += 1)).padStart(9, '0')}`;
      const message = { name: `${order}-${randomUUID()}${ENDING}`, body, tries: 0 };
      const unfinished = join(folder, `${message.name}${UNFINISHED}`);
      try {
        await writeSynced(unfinished, JSON.stringify(body));
        await rename(unfinished, join(folder, message.name));
        await syncFolder(folder);
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw error;
      }
      return message;
    },
    async countTry({ name, body, tries }) {
      const counted = { body, tries: tries + 1 };
      const renamed = name.replace(TRIES, `.${counted.tries}${ENDING}`);
      try {
        await rename(join(folder, name), join(folder, renamed));
        return { ...counted, name: renamed };
      } catch (error) {
        warn(`A try is not counted: ${folderFault(join(folder, name), error).message}`);
        return { ...counted, name };
      }
    },
    async remove({ name }) {
      try {
        await rm(join(folder, name), { force: true });
      } catch (error) {
        warn(`A message is done but stays: ${folderFault(join(folder, name), error).message}`);
      }
    },
  };
}

async function readAll<Body>({ folder, isBody, warn }: MessageFolderOptions<Body>): Promise<StoredMessage<Body>[]> {
  const names = await namesIn(folder);
  const found: StoredMessage<Body>[] = [];
  for (const name of names.filter((it) => it.endsWith(ENDING)).sort()) {
    const path = join(folder, name);
    try {
      const body: unknown = JSON.parse(await readFile(path, 'utf8'));
      if (!isBody(body)) throw new Error('it is no message of this queue');
      found.push({ name, body, tries: Number(TRIES.exec(name)?.[1] ?? 0) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      warn(`${path} is damaged and not delivered: ${reason}. All others are. Remove it when you have looked at it.`);
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    await makeFolder(folder);
    const names = await readdir(folder);
    for (const name of names.filter((it) => it.endsWith(UNFINISHED))) await rm(join(folder, name), { force: true });
    return names;
  } catch (error) {
    throw folderFault(folder, error);
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
