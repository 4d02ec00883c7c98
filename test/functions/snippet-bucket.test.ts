import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GenerationFailure } from '../../functions/generation-failure.ts';
import type { SnippetFile } from '../../functions/snippet-bucket.ts';
import { createSnippetBucket } from '../../functions/snippet-bucket.ts';
import { snippetFiles } from '../../schema/limits/file-and-link-limits.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const file: SnippetFile = {
  objectKey: 'code-output/2026-11-23/add.py',
  code: 'print("é")\n',
  ...{ id: 'a', language: 'PYTHON', model: 'a-model', check: 'PASSED' },
};

describe('the bucket of the snippets', () => {
  const seen: Seen[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    if (status === 0) return;
    response.writeHead(status).end(status === 403 ? '<Error><Code>AccessDenied</Code></Error>' : '');
  });

  beforeEach(async () => {
    seen.length = 0;
    status = 200;
    await once(server.listen(0, '127.0.0.1'), 'listening');
    vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKID');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const open = (storeWithinMs = 20_000) =>
    createSnippetBucket({ bucket: 'snippets', region: 'eu-west-1', s3PathStyle: true, storeWithinMs });

  it('stores a file as a text to download, with what it is beside it', async () => {
    await open().put(file);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'PUT', url: `/snippets/${file.objectKey}?x-id=PutObject` });
    expect(seen[0]?.body).toContain(file.code);
    expect(seen[0]?.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="add.py"',
      'x-amz-meta-id': 'a',
      'x-amz-meta-language': 'PYTHON',
      'x-amz-meta-model': 'a-model',
      'x-amz-meta-check': 'PASSED',
    });
    expect(seen[0]?.headers.authorization).toContain('/eu-west-1/s3/');
  });

  it('that refuses a file is a failure, whose cause is what S3 said', async () => {
    status = 403;
    const failure: unknown = await open()
      .put(file)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GenerationFailure);
    expect(failure).toMatchObject({ code: 'STORAGE_FAILED', cause: { name: 'AccessDenied' } });
  });

  it('that does not answer is a failure once the time is over', async () => {
    status = 0;
    await expect(open(20).put(file)).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
  });

  it('removes a file', async () => {
    status = 204;
    await open().remove(file.objectKey);
    expect(seen).toMatchObject([{ method: 'DELETE', url: `/snippets/${file.objectKey}?x-id=DeleteObject` }]);
  });

  it('gives a link that is good for its time, and asks nobody for it', async () => {
    const link = new URL(await open().link(file.objectKey));
    expect(link.pathname).toBe(`/snippets/${file.objectKey}`);
    expect(link.searchParams.get('X-Amz-Expires')).toBe(String(snippetFiles.linkSeconds));
    expect(link.searchParams.get('x-id')).toBe('GetObject');
    expect(seen).toEqual([]);
  });
});
