import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DownloadSettings } from '../../../../../infra/local/model-setup/download/download-file.ts';
import { downloadFile } from '../../../../../infra/local/model-setup/download/download-file.ts';
import { fileOnHub } from '../../../../../infra/local/model-setup/download/hub-file.ts';
import { mayMount, mountDisk } from '../../../../support/faults/small-disk.ts';
import type { ModelHub } from '../../../../support/fakes/model-hub.ts';
import { sampleBytes, startHub, suggestedOf } from '../../../../support/fakes/model-hub.ts';
import { newFolder } from '../../../../support/hosts/test-host.ts';

const bytes = sampleBytes(1_500_000);
const suggested = suggestedOf(bytes);

describe('the download of a file that is known to the last byte', () => {
  let hub: ModelHub;
  let folder: string;
  let target: string;
  beforeEach(async () => {
    hub = await startHub(bytes);
    folder = newFolder();
    target = join(folder, 'models', 'small.gguf');
    onTestFinished(() => rmSync(folder, { recursive: true }));
  });

  const download = (more: Partial<DownloadSettings> = {}, to = target): Promise<void> =>
    downloadFile(fileOnHub(suggested, hub.url), to, {
      fetchFrom: fetch,
      onProgress: () => undefined,
      signal: new AbortController().signal,
      pauseMs: 0,
      ...more,
    });
  const lies = (): string[] => readdirSync(join(folder, 'models'));
  const partSize = (): number => readFileSync(`${target}.part`).length;

  it('follows the hub to the bytes, and leaves the file and nothing beside it', async () => {
    const progress: number[] = [];
    await download({ onProgress: (done) => progress.push(done) });
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(lies()).toEqual(['small.gguf']);
    expect(progress.at(-1)).toBe(bytes.length);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('asks for nothing when the right file is there, and replaces one that is damaged', async () => {
    await download();
    await download();
    expect(hub.asked).toHaveLength(1);
    const damaged = Buffer.from(bytes);
    damaged[700] = (damaged[700] ?? 0) ^ 1;
    writeFileSync(target, damaged);
    await download();
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });

  it('goes on after a line that broke, from the very byte and only with the same file', async () => {
    hub.cuts.push(400_000, 300_000);
    await download();
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(hub.asked).toHaveLength(3);
    for (const { range, ifRange, status } of hub.asked.slice(1)) {
      expect({ range, ifRange, status }).toEqual({
        range: expect.stringMatching(/^bytes=[1-9]\d+-$/),
        ifRange: '"one"',
        status: 206,
      });
    }
  });

  it('gives up a line that stays broken, says what is kept, and goes on from there in a later run', async () => {
    hub.cuts.push(800_000);
    hub.tamper = (_, response) => hub.cuts.length === 0 && response.destroy() !== undefined;
    await expect(download()).rejects.toThrow(
      /^The line to 127\.0\.0\.1:\d+ broke \(.+\)\. \d of 2 MB are kept: run the command again/,
    );
    const kept = partSize();
    expect(kept).toBeGreaterThan(0);
    hub.tamper = () => undefined;
    hub.asked.splice(0);
    await download();
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(hub.asked).toEqual([{ range: `bytes=${kept}-`, ifRange: '"one"', status: 206 }]);
  });

  it('begins again where the server does not know ranges, or has the file under another tag', async () => {
    for (const change of [
      () => (hub.etag = '"two"'),
      () =>
        (hub.tamper = (_, response) =>
          response.writeHead(200, { 'content-length': bytes.length }).end(bytes) !== undefined),
    ]) {
      hub.cuts.push(400_000);
      const stop = new AbortController();
      const broken = download({
        signal: stop.signal,
        onProgress: (done) => done >= 100_000 && stop.abort(new Error('stop')),
      });
      await expect(broken).rejects.toThrow('stop');
      change();
      await download();
      expect(hub.asked.at(-1)).toMatchObject({ range: expect.stringContaining('bytes='), status: 200 });
      expect(readFileSync(target).equals(bytes)).toBe(true);
      rmSync(target);
    }
  });

  it('refuses a file with another hash, removes it, and takes the right one later', async () => {
    hub.bytes = sampleBytes(bytes.length, 'another');
    await expect(download()).rejects.toThrow('is not the file that was checked: its SHA-256 is');
    expect(lies()).toEqual([]);
    hub.bytes = bytes;
    await download();
    expect(lies()).toEqual(['small.gguf']);
  });

  it('refuses a file with another size before a byte of it is kept', async () => {
    hub.bytes = bytes.subarray(0, 1_000_000);
    await expect(download()).rejects.toThrow('it is to have 1500000 bytes, and comes with 1000000.');
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('refuses more than the file has, and a range that was not asked for', async () => {
    hub.tamper = (_, response) => {
      response.writeHead(200);
      return response.end(Buffer.concat([bytes, bytes])) !== undefined;
    };
    await expect(download()).rejects.toThrow('gives more than the 1500000 bytes');
    hub.tamper = (_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 5-9/10' }).end('12345') !== undefined;
    await expect(download()).rejects.toThrow('comes with the range "bytes 5-9/10"');
  });

  it.each([
    [404, { 'x-error-code': 'EntryNotFound' }, 'answers 404, "EntryNotFound". It is not there, or not for everybody.'],
    [401, {}, 'answers 401. It is not there, or not for everybody.'],
    [429, { ratelimit: '"resolvers";r=0;t=55' }, 'is asked too often (429). Try again in 55 s.'],
    [429, {}, 'is asked too often (429). Try again later.'],
    [503, {}, 'broke (it answers 503). 0 of 2 MB are kept'],
  ])('says what a hub means by %i %j', async (status, headers, words) => {
    hub.tamper = (_, response) => response.writeHead(status, headers).end() !== undefined;
    await expect(download()).rejects.toThrow(words);
  });

  it('takes a line that falls silent for a broken one', async () => {
    hub.tamper = (_, response) => {
      if (hub.asked.length > 1) return undefined;
      response.writeHead(200, { etag: hub.etag, 'content-length': bytes.length }).write(bytes.subarray(0, 500_000));
      return true;
    };
    await download({ silentMs: 300 });
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(hub.asked[1]?.range).toMatch(/^bytes=[1-9]/);
  });

  it('stops at once when it is told to, and keeps what came', async () => {
    const stop = new AbortController();
    hub.tamper = (_, response) => {
      response.writeHead(200, { etag: hub.etag, 'content-length': bytes.length }).write(bytes.subarray(0, 500_000));
      return true;
    };
    const stopped = download({ signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    expect(partSize()).toBeGreaterThan(0);
  });

  it.skipIf(!mayMount)('says that the disk is full, keeps what came, and goes on when there is room', async () => {
    const disk = mountDisk('3m');
    try {
      const onDisk = join(disk.path, 'small.gguf');
      const filler = join(disk.path, 'filler');
      writeFileSync(filler, Buffer.alloc(2_000_000));
      await expect(download({}, onDisk)).rejects.toThrow(`${onDisk}.part cannot be used: the disk is full`);
      const kept = readFileSync(`${onDisk}.part`).length;
      expect(kept).toBeGreaterThan(0);
      rmSync(filler);
      await download({}, onDisk);
      expect(hub.asked.at(-1)).toMatchObject({ range: `bytes=${kept}-`, status: 206 });
      expect(readFileSync(onDisk).equals(bytes)).toBe(true);
    } finally {
      disk.unmount();
    }
  });
});
