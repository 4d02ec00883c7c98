import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upgradeByHand } from '../../../support/faults/upgrade-by-hand.ts';
import type { TestHost } from '../../../support/hosts/test-host.ts';
import { startTestHost } from '../../../support/hosts/test-host.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('the port of a host', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost();
  }, 60_000);
  afterAll(() => host.close());

  /** Sends the path as it stands; `fetch` would tidy it. */
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(host.url);
      const sent = request({ hostname, port, path, headers: { 'x-api-key': host.apiKey, ...headers } });
      sent.once('error', reject);
      sent.once('response', async (answer) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) });
      });
      sent.end();
    });
  const paths = [
    '/graphql',
    '/altair',
    '/altair/',
    '/altair/initial_options.js',
    '/healthz',
    '/s3/x',
    '/bedrock/x',
    '/config.json',
    '/',
  ];
  const ownHosts = ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'];
  const otherHosts = [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:80',
    'localhost@evil',
    '10.0.0.1',
  ];

  it.each(paths)('answers at %s to names of this machine, with any port', async (path) => {
    for (const name of ownHosts) {
      for (const port of ['', ':1234', `:${new URL(host.url).port}`]) {
        const { status, body } = await get(path, { host: `${name}${port}` });
        expect([name, port, status === 403 && body.includes('ForbiddenException')]).toEqual([name, port, false]);
      }
    }
  });

  it.each(paths)('answers at %s to no other name', async (path) => {
    for (const name of otherHosts) {
      const { status, body } = await get(path, { host: name });
      expect(status).toBe(403);
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            errorType: 'ForbiddenException',
            message: `The Host header is "${name}"; this host answers to 127.0.0.1, localhost and [::1], with any port.`,
          },
        ],
      });
    }
  });

  it('opens no WebSocket under another name', async () => {
    const { port } = new URL(host.url);
    const upgrade = (name: string) => upgradeByHand(host.realtimeUrl, 'graphql-ws, header-x', name);
    expect(await upgrade(`localhost:${port}`)).toContain('101 Switching Protocols');
    for (const name of otherHosts) expect(await upgrade(name)).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  });

  it.each([...paths, '/altair/main.js', '/altair/iframe-sandbox/index.html'])(
    'says at %s what a browser may do with the answer, and that no other page may frame it',
    async (path) => {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors '(none|self)'/);
      expect(headers['content-security-policy']).toMatch(/default-src '(none|self)'|^sandbox allow-scripts;/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('shows Altair without a script within the page, so that none can be brought in', async () => {
    const page = await get('/altair/');
    expect(page.status).toBe(200);
    expect(page.body).not.toContain(host.apiKey);
    expect(page.body).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S/);
    expect(page.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe/);
    const options = await get('/altair/initial_options.js');
    expect(options.body).toContain(host.apiKey);
    expect(options.headers).toMatchObject({
      'content-type': expect.stringMatching(/javascript/),
      'cache-control': 'no-store',
    });
  });

  it('sends a file of Altair once: then it is only asked whether it is still the same', async () => {
    const first = await get('/altair/main.js');
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': expect.stringMatching(/javascript/) } });
    const again = await get('/altair/main.js', { 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it.each([
    `/altair/${'..%2f'.repeat(12)}etc/hostname`,
    `/altair/${'../'.repeat(12)}etc/hostname`,
    `/altair/${'%2e%2e/'.repeat(12)}etc/hostname`,
    `/altair/${'..%5c'.repeat(12)}etc/hostname`,
    `/altair/${'..%252f'.repeat(12)}etc/hostname`,
    '/altair//etc/hostname',
    '/altair/../../package.json',
    '/altair/assets/../../../package.json',
    '/altair/%00',
    '/altair/%ff',
    '/altair/%',
  ])('finds nothing outside of Altair: %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: `There is nothing at ${path}.\n` });
  });
});
