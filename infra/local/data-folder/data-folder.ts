import { randomBytes, randomInt } from 'node:crypto';
import { chmod, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { IamCredentials } from '../../../schema/wire/sign-request.ts';
import { folderFault } from './folder-fault.ts';
import type { FolderLock } from './folder-lock.ts';
import { lockFolder } from './folder-lock.ts';
import { makeFolder } from './make-folder.ts';
import type { TextFormat } from './write-once.ts';
import { readOrCreate } from './write-once.ts';

/** The folder a host works in: what it keeps, and the lock that keeps a second host out. */
export interface DataFolder extends FolderLock {
  /** Absolute. */
  readonly path: string;
  /** A file or folder inside. */
  inside(...names: string[]): string;
  /** A text made once and kept, readable by its owner only. @throws FolderFault it was cut off, or cannot be kept */
  kept(name: string, text: TextFormat): string;
}

/** All that a host has in its folder; what else lies there is not its own. */
const OWN = [
  ...['api-key', 'principals.json', 'page-token-key', 'token-key.pem', 'functions.log', 'host.lock', 'last-seen'],
  ...['lock', 'table', 'events', 'failures', 'code-output', 'object-metadata', 'unfinished', 'functions', 'models'],
  ...['model-choice', 'node-llama-cpp'],
];

/**
 * Takes the folder for this process; makes it when it is not there.
 * @throws FolderFault another host runs on it, and which; or the folder cannot be used, and why
 */
export async function takeDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  try {
    await makeFolder(folder);
  } catch (error) {
    throw folderFault(folder, error);
  }
  const lock = await lockFolder(folder);
  await Promise.all(OWN.map((name) => closeToOthers(join(folder, name))));
  return {
    ...lock,
    path: folder,
    inside: (...names) => join(folder, ...names),
    kept: (name, text) => readOrCreate(join(folder, name), text),
  };
}

/** An older host left these open. A file system without permissions, or an owner of another name, leaves it at that. */
async function closeToOthers(path: string): Promise<void> {
  try {
    await chmod(path, (await stat(path)).isDirectory() ? 0o700 : 0o600);
  } catch {
    return;
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A key in the form that AppSync gives them: `da2-` and 26 letters and digits. */
export const apiKeyText: TextFormat = {
  make: () => `da2-${Array.from({ length: 26 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`,
  isWhole: (text) => /^da2-[a-z0-9]{26}$/.test(text),
};

/** The format of the key that seals page tokens: 32 bytes in base64. */
export const pageTokenKeyText: TextFormat = {
  make: () => randomBytes(32).toString('base64'),
  isWhole: (text) => /^[A-Za-z0-9+/]{43}=$/.test(text),
};

/** Keys for an IAM principal of this folder. */
export function newCredentials(): IamCredentials {
  return {
    accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
  };
}

/** Whether the value has the form of the keys that {@link newCredentials} makes. */
export function areCredentials(value: unknown): value is IamCredentials {
  if (typeof value !== 'object' || value === null) return false;
  const { accessKeyId, secretAccessKey } = value as Partial<Record<keyof IamCredentials, unknown>>;
  return (
    /^LOCAL[0-9A-F]{16}$/.test(String(accessKeyId)) &&
    typeof secretAccessKey === 'string' &&
    /^[A-Za-z0-9+/]{40}$/.test(secretAccessKey)
  );
}
