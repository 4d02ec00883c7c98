import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHost } from '../../../support/hosts/test-host.ts';
import { startTestHost } from '../../../support/hosts/test-host.ts';

describe('the page of a host', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost();
  });
  afterAll(() => host.close());

  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(new URL(path, host.url), init);
  /** The names of the scripts and style sheets in the page. */
  async function parts(): Promise<string[]> {
    const html = await (await get('/')).text();
    return [...html.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)].map(([, path = '']) => path);
  }

  it('stands at / and holds no script and no style of its own, so that none can be brought in', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    expect(html).toContain('<title>Snipstream</title>');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/);
  });

  it('may run and load nothing but its own files, make no script of text, and be framed by nobody', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    const { host: name } = new URL(host.url);
    expect(policy.split('; ').sort()).toEqual(
      [
        "base-uri 'none'",
        `connect-src 'self' ws://${name}`,
        "default-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "require-trusted-types-for 'script'",
        "script-src 'self'",
        "style-src 'self'",
        'trusted-types snipstream',
        "worker-src 'self'",
      ].sort(),
    );
  });

  it('finds the key in its configuration alone, which no page of another origin can read', async () => {
    const config = await get('/config.json', { headers: { origin: 'http://127.0.0.1:1' } });
    expect(await config.json()).toMatchObject({ url: '/graphql', auth: { apiKey: host.apiKey } });
    expect(config.headers.get('access-control-allow-origin')).toBeNull();
    expect(config.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(config.headers.get('cache-control')).toBe('no-store');
    expect(config.headers.get('x-content-type-options')).toBe('nosniff');
    for (const path of ['/', ...(await parts())]) expect(await (await get(path)).text()).not.toContain(host.apiKey);
  });

  it('says in its configuration what the cookbook knows', async () => {
    const { knownTasks } = (await (await get('/config.json')).json()) as {
      knownTasks: { title: string; languages: string[] }[];
    };
    expect(knownTasks.find(({ title }) => title === 'binary search')?.languages).toContain('PYTHON');
  });

  it('lets browsers keep a part whose name says what is in it, and ask each time for what has none', async () => {
    const named = (await parts()).filter((path) => /-[0-9A-Z]{8}\.(js|css)$/.test(path));
    expect(named.length).toBeGreaterThanOrEqual(2);
    for (const path of named) {
      const part = await get(path);
      expect(part.status).toBe(200);
      expect(part.headers.get('cache-control')).toContain('immutable');
    }
    const first = await get('/');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('answers HEAD as GET, without the body', async () => {
    const head = await get('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each([
    '/nothing',
    '/page.js',
    '/client/web/page.tsx',
    '/../package.json',
    '/%2e%2e/package.json',
    '/functions/generate-snippet.cjs',
  ])('finds nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('takes no POST', async () => {
    expect((await get('/', { method: 'POST', body: '{}' })).status).toBe(404);
  });
});
