import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { IamCredentials } from '../../../schema/wire/sign-request.ts';
import { keptText, readIfThere } from './write-once.ts';

/** The folder a host works in: what it keeps, and the lock that keeps a second host out. */
export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** A file or folder inside. */
  inside(...names: string[]): string;
  /** A text made once and kept, readable by its owner only. */
  kept(name: string, make: () => string): string;
  /** Says where the host answers, for those who look for it. */
  announce(url: string): void;
  release(): void;
}

interface Lock {
  pid: number;
  /** Null while the host is starting. */
  url: string | null;
}

/**
 * Takes the folder for this process; makes it when it is not there.
 * @throws Error another host runs on it; says which
 */
export async function takeDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true });
  const lockFile = join(folder, 'host.lock');
  await takeLock(lockFile, folder);
  return {
    path: folder,
    inside: (...names) => join(folder, ...names),
    kept: (name, make) => keptText(join(folder, name), make),
    announce: (url) => writeFileSync(lockFile, lockText({ pid: process.pid, url })),
    release: () => rmSync(lockFile, { force: true }),
  };
}

async function takeLock(lockFile: string, folder: string): Promise<void> {
  const mine = lockText({ pid: process.pid, url: null });
  const text = readIfThere(lockFile);
  const other = text === undefined ? undefined : parseLock(text);
  if (other && (await isRunning(other))) {
    throw new Error(
      `A host runs on the data folder ${folder} already: process ${other.pid}${other.url ? ` at ${other.url}` : ''}.`,
    );
  }
  if (text !== undefined) rmSync(lockFile, { force: true });
  try {
    writeFileSync(lockFile, mine, { flag: 'wx' });
  } catch (cause) {
    throw new Error(`Another host has just begun on the data folder ${folder}.`, { cause });
  }
}

/** A number alone proves nothing: after a crash another process may have it. So the host is asked as well. */
async function isRunning({ pid, url }: Lock): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  if (pid === process.pid && url === null) return false;
  if (url === null) return true;
  try {
    return (await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function parseLock(text: string): Lock | undefined {
  try {
    return JSON.parse(text) as Lock;
  } catch {
    return undefined;
  }
}

const lockText = (lock: Lock): string => `${JSON.stringify(lock)}\n`;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A key in the form that AppSync gives them: `da2-` and 26 letters and digits. */
export function newApiKey(): string {
  return `da2-${Array.from({ length: 26 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
}

/** Keys for an IAM principal of this folder. */
export function newCredentials(): IamCredentials {
  return {
    accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
  };
}
