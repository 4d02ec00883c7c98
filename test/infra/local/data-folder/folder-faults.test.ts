import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeDataFolder } from '../../../../infra/local/data-folder/data-folder.ts';
import { FolderFault } from '../../../../infra/local/data-folder/folder-fault.ts';
import { openLogFile } from '../../../../infra/local/data-folder/log-file.ts';
import { openSnippetsTable } from '../../../../infra/local/dynamodb/snippets-table.ts';
import { openMessageFolder } from '../../../../infra/local/lambda/message-folder.ts';
import { mayMount, mountDisk } from '../../../support/faults/small-disk.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'snipstream-faults-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What a person reads of the fault: one sentence after the other, on one line. */
async function faultOf(open: Promise<unknown>): Promise<string> {
  const error = await open.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FolderFault);
  const { message } = error as FolderFault;
  expect(message).toMatch(/^[^\n]+\.$/);
  return message;
}

describe('a data folder that cannot be used is told of by its name, the cause and the way out', () => {
  it.skipIf(process.platform !== 'linux')('below /proc, where no folder can be made', async () => {
    expect(await faultOf(takeDataFolder('/proc/x/y'))).toMatch(
      /^\/proc\/x\/y cannot be used: it cannot be made there .* Choose another folder with --data\.$/,
    );
  });

  it.each(['file', 'file/below'])('at %s, as a file is in the way', async (path) => {
    writeFileSync(join(folder, 'file'), '');
    expect(await faultOf(takeDataFolder(join(folder, path)))).toMatch(
      /file cannot be used: .*is a file where a folder must be|below cannot be used: .*is a file where a folder must be/,
    );
  });

  it('behind a link to nowhere', async () => {
    symlinkSync(join(folder, 'gone'), join(folder, 'link'));
    expect(await faultOf(takeDataFolder(join(folder, 'link')))).toMatch(/link cannot be used: /);
  });

  it.skipIf(!mayMount)('on a file system that is read-only', async () => {
    const disk = mountDisk('1m');
    try {
      disk.makeReadOnly();
      for (const path of [disk.path, join(disk.path, 'new')]) {
        expect(await faultOf(takeDataFolder(path))).toContain('it lies on a file system that is read-only');
      }
    } finally {
      disk.unmount();
    }
  });

  it.skipIf(!mayMount)('on a disk that is full', async () => {
    const disk = mountDisk('64k');
    try {
      expect(() => writeFileSync(join(disk.path, 'fill'), Buffer.alloc(1024 * 1024))).toThrow('ENOSPC');
      expect(await faultOf(takeDataFolder(disk.path))).toContain('the disk is full');
    } finally {
      disk.unmount();
    }
  });

  it.skipIf(process.getuid?.() !== 0)('without permission', async () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o700 });
    const program = `process.setuid(65534);
      const { takeDataFolder } = await import(${JSON.stringify(new URL('../../../../infra/local/data-folder/data-folder.ts', import.meta.url).href)});
      await takeDataFolder(${JSON.stringify(join(folder, 'closed', 'data'))}).catch((error) => console.log(error.message));`;
    // What lies above the folder must let the other user through.
    execFileSync('chmod', ['755', folder]);
    const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(said).toContain('closed/data cannot be used: this user has no permission for it');
  });
});

describe('a log that cannot be written is told of by its name', () => {
  it('when it is a folder', async () => {
    mkdirSync(join(folder, 'functions.log'));
    expect(await faultOf(openLogFile(join(folder, 'functions.log'), () => undefined))).toContain('functions.log');
  });

  it.skipIf(process.platform === 'win32')('when it is a pipe that nobody reads', async () => {
    execFileSync('mkfifo', [join(folder, 'functions.log')]);
    expect(await faultOf(openLogFile(join(folder, 'functions.log'), () => undefined))).toContain(
      'functions.log is not a file. Move it away.',
    );
  });

  it.skipIf(!mayMount)('once when the disk is full, and goes on when there is room again', async () => {
    const disk = mountDisk('64k');
    try {
      const complaints: string[] = [];
      const file = join(disk.path, 'functions.log');
      const log = await openLogFile(file, (sentence) => complaints.push(sentence));
      expect(() => writeFileSync(join(disk.path, 'fill'), Buffer.alloc(1024 * 1024))).toThrow('ENOSPC');
      log.write('lost');
      await expect.poll(() => complaints).toHaveLength(1);
      log.write('perhaps');
      expect(complaints[0]).toMatch(
        /^Lines are left out of the log\. .*functions\.log cannot be used: the disk is full/,
      );
      rmSync(join(disk.path, 'fill'));
      log.write('kept');
      await log.close();
      expect(readFileSync(file, 'utf8')).toMatch(/^(\S+ perhaps\n)?\S+ kept\n$/);
      expect(complaints).toHaveLength(1);
    } finally {
      disk.unmount();
    }
  });
});

describe('a table that is damaged is told of by its name', () => {
  const manifestIn = (table: string): string =>
    join(table, readdirSync(table).find((name) => name.startsWith('MANIFEST')) ?? '');

  it.each<[string, (table: string) => void]>([
    ['its MANIFEST is overwritten', (table) => writeFileSync(manifestIn(table), 'garbage')],
    ['its MANIFEST is empty', (table) => writeFileSync(manifestIn(table), '')],
    ['its MANIFEST is gone', (table) => rmSync(manifestIn(table))],
    ['CURRENT is empty', (table) => writeFileSync(join(table, 'CURRENT'), '')],
    ['it is a file', (table) => (rmSync(table, { recursive: true }), writeFileSync(table, ''))],
  ])('when %s', async (_what, harm) => {
    const table = join(folder, 'table');
    await (await openSnippetsTable(table)).close();
    harm(table);
    expect(await faultOf(openSnippetsTable(table))).toMatch(
      new RegExp(`^${table} cannot be used: .*(damaged or gone|a file where a folder must be)`),
    );
  });

  it('when the log of its latest writes is overwritten, and opens without what stood there', async () => {
    const table = join(folder, 'table');
    const rows = Array.from({ length: 50 }, (_, row) => ({ id: { S: `${row}` }, text: { S: 'x'.repeat(1_000) } }));
    const before = await openSnippetsTable(table);
    for (const Item of rows) await before.dynamodb.call('PutItem', { TableName: before.name, Item });
    expect(before.damage).toEqual([]);
    await before.close();
    const log = join(table, readdirSync(table).find((name) => name.endsWith('.log')) ?? '');
    const bytes = readFileSync(log);
    writeFileSync(log, bytes.fill(0x55, bytes.length / 2, bytes.length / 2 + 100));

    const after = await openSnippetsTable(table);
    try {
      expect(after.damage).toEqual([
        expect.stringMatching(
          new RegExp(`^${log} was damaged \\(.*checksum mismatch\\): \\d+ bytes of what was recorded last are lost\\.`),
        ),
      ]);
      const { Count } = await after.dynamodb.call('Scan', { TableName: after.name });
      expect(Count).toBeGreaterThan(0);
      expect(Count).toBeLessThan(rows.length);
    } finally {
      await after.close();
    }
    const again = await openSnippetsTable(table);
    expect(again.damage).toEqual([]);
    await again.close();
  });

  it('when another process has it open', async () => {
    const open = await openSnippetsTable(join(folder, 'table'));
    try {
      expect(await faultOf(openSnippetsTable(join(folder, 'table')))).toContain('another process has it open');
    } finally {
      await open.close();
    }
  });
});

describe('a queue with a damaged message', () => {
  const isText = (value: unknown): value is string => typeof value === 'string';

  it('gives all others in order, and tells the name of that one', async () => {
    const first = await openMessageFolder({ folder, isBody: isText, warn: () => undefined });
    const kept = [];
    for (const body of ['a', 'b', 'c', 'd', 'e']) kept.push(await first.add(body));
    const [, cut, strange] = kept.map(({ name }) => join(folder, name));
    writeFileSync(cut ?? '', '"b');
    writeFileSync(strange ?? '', '{}');
    writeFileSync(join(folder, '1-1-x.json.part'), 'half');
    const warnings: string[] = [];
    const second = await openMessageFolder({ folder, isBody: isText, warn: (line) => warnings.push(line) });
    expect(second.found.map(({ body }) => body)).toEqual(['a', 'd', 'e']);
    expect(warnings).toEqual([
      expect.stringContaining(`${cut} is damaged and not delivered`),
      expect.stringContaining(`${strange} is damaged and not delivered`),
    ]);
    for (const message of second.found) await second.remove(message);
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([cut, strange]);
  });

  it('keeps the count of tries of each, and their order', async () => {
    const first = await openMessageFolder({ folder, isBody: isText, warn: () => undefined });
    const [a, b] = [await first.add('a'), await first.add('b')];
    await first.countTry(await first.countTry(a));
    await first.countTry(b);
    await first.add('c');
    const second = await openMessageFolder({ folder, isBody: isText, warn: () => undefined });
    expect(second.found.map(({ body, tries }) => [body, tries])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 0],
    ]);
    for (const message of second.found) await second.remove(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(!mayMount)('does not accept what does not fit on the disk, and leaves nothing of it', async () => {
    const disk = mountDisk('64k');
    try {
      const queue = await openMessageFolder({ folder: disk.path, isBody: isText, warn: () => undefined });
      expect(() => writeFileSync(join(disk.path, 'fill'), Buffer.alloc(1024 * 1024))).toThrow('ENOSPC');
      await expect(queue.add('x')).rejects.toThrow('ENOSPC');
      expect(readdirSync(disk.path)).toEqual(['fill']);
      rmSync(join(disk.path, 'fill'));
      await queue.add('y');
      const again = await openMessageFolder({ folder: disk.path, isBody: isText, warn: () => undefined });
      expect(again.found.map(({ body }) => body)).toEqual(['y']);
    } finally {
      disk.unmount();
    }
  });
});
