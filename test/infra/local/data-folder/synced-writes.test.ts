import { mkdtempSync, rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openMessageFolder } from '../../../../infra/local/lambda/message-folder.ts';
import { openObjectFolder } from '../../../../infra/local/s3/object-folder.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'snipstream-synced-'))));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Watches what is synced from now on: of a file its size at that moment, of a folder that it is one. */
async function watchSyncs(): Promise<(number | 'folder')[]> {
  const handle = await open(folder);
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const seen: (number | 'folder')[] = [];
  const { sync } = prototype;
  vi.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
    const status = await this.stat();
    seen.push(status.isDirectory() ? 'folder' : status.size);
    await sync.call(this);
  });
  return seen;
}

it('a file of a snippet is on disk, whole, and its folder after it, before the caller reads of it', async () => {
  const objects = openObjectFolder(folder);
  const seen = await watchSyncs();
  const bytes = Buffer.from('print(1)\n');
  await objects.put('code-output/2026-11-23/one.py', { bytes, headers: {} }, true);
  expect(seen.slice(0, 2)).toEqual([bytes.length, 'folder']);
  expect((await stat(join(folder, 'code-output/2026-11-23/one.py'))).mode & 0o777).toBe(0o600);
});

it('an event is on disk, whole, and its folder after it, before it is accepted', async () => {
  const isText = (value: unknown): value is string => typeof value === 'string';
  const events = await openMessageFolder({ folder, isBody: isText, warn: () => undefined });
  const seen = await watchSyncs();
  const { name } = await events.add('do it');
  expect(seen).toEqual([JSON.stringify('do it').length, 'folder']);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
});
