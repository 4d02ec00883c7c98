import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHost } from '../../../support/hosts/test-host.ts';
import { startTestHost } from '../../../support/hosts/test-host.ts';

describe('the files of Altair', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost();
  });
  afterAll(() => host.close());

  /** Sends nothing of its own accord, and unpacks nothing, as `fetch` would. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
      const sent = request(new URL(path, host.url), { headers, method });
      sent.once('error', reject);
      sent.once('response', (response) => {
        buffer(response).then(
          (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
          reject,
        );
      });
      sent.end();
    });
  /** A part with a hash in its name, which the page loads. */
  const hashedPart = async (): Promise<string> => {
    const html = (await get('/altair/')).bytes.toString();
    return `/altair/${/chunk-[0-9A-Z]{8}\.js/.exec(html)?.[0]}`;
  };

  it('travel with gzip to who takes it, at less than half their size, and unpacked to who does not', async () => {
    const plain = await get('/altair/main.js');
    const packed = await get('/altair/main.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', vary: 'accept-encoding' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(Number(packed.headers['content-length'])).toBe(packed.bytes.length);
  });

  it('are kept for ever when a hash of the content is in the name', async () => {
    const path = await hashedPart();
    expect((await get(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('are asked for each time when none is, and do not travel again while they are the same', async () => {
    const first = await get('/altair/styles.css');
    expect(first.headers['cache-control']).toBe('no-cache');
    const etag = String(first.headers['etag']);
    for (const tags of [etag, `W/"other", ${etag}`]) {
      const again = await get('/altair/styles.css', { 'if-none-match': tags });
      expect([again.status, again.bytes.length, again.headers['etag']]).toEqual([304, 0, etag]);
    }
    expect((await get('/altair/styles.css', { 'if-none-match': 'W/"other"' })).status).toBe(200);
  });

  it('answer HEAD without a body, and nothing else', async () => {
    const head = await get('/altair/main.js', {}, 'HEAD');
    expect([head.status, head.bytes.length, Number(head.headers['content-length']) > 1_000_000]).toEqual([
      200,
      0,
      true,
    ]);
    expect((await get('/altair/main.js', {}, 'POST')).status).toBe(404);
  });

  it('keep neither the page nor its options, which hold the key', async () => {
    for (const path of ['/altair/', '/altair/initial_options.js']) {
      expect((await get(path)).headers['cache-control']).toBe('no-store');
    }
  });
});
