import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyText, pageTokenKeyText } from '../../../../infra/local/data-folder/data-folder.ts';
import { readOrCreate } from '../../../../infra/local/data-folder/write-once.ts';
import { openPrincipals } from '../../../../infra/local/identity/principals.ts';
import { openTokens } from '../../../../infra/local/identity/user-pool.ts';
import { mayMount, mountDisk } from '../../../support/faults/small-disk.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'snipstream-keys-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Every secret of a data folder, and what reads it. */
const secrets: [name: string, open: () => unknown][] = [
  ['api-key', () => readOrCreate(join(folder, 'api-key'), apiKeyText)],
  ['page-token-key', () => readOrCreate(join(folder, 'page-token-key'), pageTokenKeyText)],
  ['principals.json', () => openPrincipals(folder)],
  ['token-key.pem', () => openTokens(folder).issue('alice')],
];

describe.each(secrets)('the secret %s', (name, open) => {
  it('is made once, whole, and readable by its owner only', async () => {
    await open();
    const first = readFileSync(join(folder, name), 'utf8');
    await open();
    expect(readFileSync(join(folder, name), 'utf8')).toBe(first);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it.each([
    ['empty', () => ''],
    ['blank', () => ' \n'],
    ['cut by a character', (whole: string) => whole.trim().slice(0, -1)],
    ['cut in the middle', (whole: string) => whole.slice(0, whole.length / 2)],
    ['overwritten', () => 'garbage\0'],
  ])('is refused by name when it is %s', async (_what, harm) => {
    await open();
    writeFileSync(join(folder, name), harm(readFileSync(join(folder, name), 'utf8')));
    expect(() => open()).toThrow(`${join(folder, name)} is empty, cut off or no ${name} at all. Put back a copy; or`);
  });

  it('may end in a line break, as editors write it', async () => {
    await open();
    writeFileSync(join(folder, name), `${readFileSync(join(folder, name), 'utf8')}\n`);
    await open();
  });

  it.skipIf(process.platform === 'win32')('is refused by name when it is a pipe, which would never be read', () => {
    execFileSync('mkfifo', [join(folder, name)]);
    expect(() => open()).toThrow(`${join(folder, name)} is not a file.`);
  });
});

it.skipIf(!mayMount)('a secret that does not fit on the disk is not there at all', () => {
  const disk = mountDisk('64k');
  try {
    const fill = (bytes: number): void => writeFileSync(join(disk.path, 'fill'), Buffer.alloc(bytes));
    expect(() => fill(1024 * 1024)).toThrow('ENOSPC');
    const file = join(disk.path, 'api-key');
    expect(() => readOrCreate(file, apiKeyText)).toThrow(`${file} cannot be used: the disk is full`);
    expect(readdirSync(disk.path)).toEqual(['fill']);
  } finally {
    disk.unmount();
  }
});
