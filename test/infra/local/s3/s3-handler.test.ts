import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createS3Handler } from '../../../../infra/local/s3/s3-handler.ts';
import { listen } from '../../../support/hosts/listen.ts';

const Bucket = 'snippets';
const Key = 'code-output/2026-11-23/014501-binary-search-3f9a2c1e.py';
const keys = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret' };

async function start({ now = () => new Date() }: { now?: () => Date } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'local-s3-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const credentials = (id: string) =>
    id === keys.accessKeyId
      ? { name: 'functions', secretAccessKey: keys.secretAccessKey, region: 'eu-central-1' }
      : undefined;
  const handler = createS3Handler({ prefix: '/s3', folder, bucket: Bucket, credentials, now });
  const endpoint = `${await listen((request, response) => void handler(request, response))}/s3`;
  const clientWith = (config: object) => {
    const s3 = new S3Client({
      endpoint,
      region: 'eu-central-1',
      forcePathStyle: true,
      credentials: keys,
      maxAttempts: 1,
      ...config,
    });
    onTestFinished(() => s3.destroy());
    return s3;
  };
  const files = async () => {
    const found = await readdir(join(folder, 'code-output'), { recursive: true }).catch(() => []);
    return found.sort();
  };
  return { folder, endpoint, clientWith, s3: clientWith({}), files };
}

/** Sends a request signed by hand, with a path that no SDK would build. */
async function sendRaw(
  endpoint: string,
  { method = 'PUT', path, headers = {}, body = '' }: { method?: string; path: string; headers?: object; body?: string },
): Promise<{ status: number; text: string }> {
  const { hostname, port, host } = new URL(endpoint);
  const [rawPath = '', search = ''] = path.split('?');
  const signer = new SignatureV4({
    service: 's3',
    region: 'eu-central-1',
    sha256: Sha256,
    uriEscapePath: false,
    credentials: keys,
  });
  const signed = await signer.sign({
    ...{ method, path: rawPath, protocol: 'http:', hostname, body },
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: { host, 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'), ...headers },
  });
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, method, path, headers: signed.headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject).end(body);
  });
}

describe('a stored file', () => {
  it('lies under its key, byte for byte, and comes back with its headers', async () => {
    const { s3, folder, files } = await start();
    const code = 'def search():\r\n\treturn "ü€𝄞"\n';
    const put = await s3.send(
      new PutObjectCommand({
        ...{ Bucket, Key, Body: code, ContentType: 'text/plain; charset=utf-8' },
        ContentDisposition: 'attachment; filename="a.py"',
        Metadata: { id: '3f9a2c1e', language: 'PYTHON' },
      }),
    );
    expect(await readFile(join(folder, Key), 'utf8')).toBe(code);
    expect(await files()).toEqual(['2026-11-23', Key.slice('code-output/'.length)]);

    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe(code);
    expect(got).toMatchObject({
      ContentType: 'text/plain; charset=utf-8',
      ContentDisposition: 'attachment; filename="a.py"',
      ContentLength: Buffer.byteLength(code),
      Metadata: { id: '3f9a2c1e', language: 'PYTHON' },
      ETag: `"${createHash('md5').update(code).digest('hex')}"`,
    });
    expect(put.ETag).toBe(got.ETag);
    expect(got.LastModified).toBeInstanceOf(Date);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({ ContentLength: Buffer.byteLength(code), ContentType: got.ContentType });
  });

  it('is taken out of the chunks that a stream is sent in', async () => {
    const { s3, folder } = await start();
    const code = Buffer.from('print("streamed")\n'.repeat(10_000));
    const Body = Readable.from([code.subarray(0, 70_001), code.subarray(70_001)]);
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: code.length }));
    expect((await readFile(join(folder, Key))).equals(code)).toBe(true);
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key }))).ContentEncoding).toBeUndefined();
  });

  it('may be empty, and may be 5 MB but not more', async () => {
    const { s3, files } = await start();
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: '' }));
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.alloc(5 * 1024 * 1024, 'a') }));
    const other = 'code-output/other.py';
    for (const size of [5 * 1024 * 1024 + 1, 11 * 1024 * 1024]) {
      const tooLarge = s3.send(new PutObjectCommand({ Bucket, Key: other, Body: Buffer.alloc(size, 'a') }));
      await expect(tooLarge).rejects.toMatchObject({ name: 'EntityTooLarge', $metadata: { httpStatusCode: 400 } });
    }
    expect(await files()).not.toContain('other.py');
  });

  it('is replaced by a second one under its key, unless that has to be new', async () => {
    const { s3, folder } = await start();
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'one' }));
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'two' }));
    const third = s3.send(new PutObjectCommand({ Bucket, Key, Body: 'three', IfNoneMatch: '*', ContentType: 'a/b' }));
    await expect(third).rejects.toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
    expect(await readFile(join(folder, Key), 'utf8')).toBe('two');
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key }))).ContentType).not.toBe('a/b');
  });

  it('is made once when twenty at the same time want it new', async () => {
    const { s3, folder } = await start();
    const bodies = Array.from({ length: 20 }, (_, index) => `winner ${index}`);
    const results = await Promise.allSettled(
      bodies.map((Body) => s3.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*' }))),
    );
    const winners = bodies.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(winners).toEqual([await readFile(join(folder, Key), 'utf8')]);
  });

  it('is whole for every reader while it is replaced', async () => {
    const { s3 } = await start();
    const bodies = ['a', 'b', 'c'].map((letter) => letter.repeat(200_000));
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: bodies[0] }));
    const writes = Promise.all(bodies.map((Body) => s3.send(new PutObjectCommand({ Bucket, Key, Body }))));
    const reads = Promise.all(
      Array.from({ length: 10 }, async () => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return Body?.transformToString();
      }),
    );
    await writes;
    for (const text of await reads) expect(bodies).toContain(text);
  });

  it('is removed together with the day that it leaves empty, once or twice', async () => {
    const { s3, files, folder } = await start();
    const neighbour = 'code-output/2026-11-22/other.py';
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'a' }));
    await s3.send(new PutObjectCommand({ Bucket, Key: neighbour, Body: 'b' }));
    for (let time = 0; time < 2; time++) {
      const removed = await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      expect(removed.$metadata.httpStatusCode).toBe(204);
    }
    expect(await files()).toEqual(['2026-11-22', '2026-11-22/other.py']);
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({ name: 'NotFound' });
    await s3.send(new DeleteObjectCommand({ Bucket, Key: neighbour }));
    expect(await files()).toEqual([]);
    await access(join(folder, 'code-output'));
    expect(await readdir(join(folder, 'object-metadata'))).toEqual([]);
  });

  it('is still there after a restart, and what was half-written is not', async () => {
    const first = await start();
    await first.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'kept', ContentType: 'text/plain' }));
    await mkdir(join(first.folder, 'unfinished'), { recursive: true });
    await writeFile(join(first.folder, 'unfinished', 'half'), 'ha');
    const handler = createS3Handler({
      ...{ prefix: '', folder: first.folder, bucket: Bucket, now: () => new Date() },
      credentials: () => ({ name: 'functions', secretAccessKey: keys.secretAccessKey, region: 'eu-central-1' }),
    });
    const endpoint = await listen((request, response) => void handler(request, response));
    const got = await first.clientWith({ endpoint }).send(new GetObjectCommand({ Bucket, Key }));
    expect([got.ContentType, await got.Body?.transformToString()]).toEqual(['text/plain', 'kept']);
    await expect(access(join(first.folder, 'unfinished', 'half'))).rejects.toThrow();
  });

  it('comes back as it was edited by hand', async () => {
    const { s3, folder } = await start();
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'one' }));
    await writeFile(join(folder, Key), 'edited');
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe('edited');
  });
});

describe('a download link', () => {
  async function linkTo(options: { expiresIn?: number; disposition?: string; now?: () => Date } = {}) {
    const started = await start(options.now ? { now: options.now } : {});
    await started.clientWith(options.now ? { systemClockOffset: options.now().getTime() - Date.now() } : {}).send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: 'print(1)\n',
        ContentDisposition: 'attachment; filename="stored.py"',
      }),
    );
    const command = new GetObjectCommand({ Bucket, Key, ResponseContentDisposition: options.disposition });
    const link = await getSignedUrl(started.s3, command, { expiresIn: options.expiresIn ?? 300 });
    return { ...started, link };
  }

  it('downloads the file without any header', async () => {
    const { link } = await linkTo();
    const response = await fetch(link);
    expect([response.status, await response.text()]).toEqual([200, 'print(1)\n']);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="stored.py"');
  });

  it('names the file as it is asked to', async () => {
    const { link } = await linkTo({ disposition: 'attachment; filename="wanted.py"' });
    expect((await fetch(link)).headers.get('content-disposition')).toBe('attachment; filename="wanted.py"');
  });

  it('may be fetched by a page of any origin, which reads a refusal too', async () => {
    const { link } = await linkTo();
    const headers = { origin: 'https://app.example' };
    const answers = await Promise.all([link, `${link}0`].map((url) => fetch(url, { headers })));
    const readable = answers.map(({ status, headers }) => [status, headers.get('access-control-allow-origin')]);
    expect(readable).toEqual([
      [200, '*'],
      [403, '*'],
    ]);
    expect((await fetch(link)).headers.get('access-control-allow-origin')).toBeNull();
    const removal = await fetch(link, { method: 'DELETE', headers });
    expect([removal.status, removal.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('is refused when it is too old', async () => {
    const { link } = await linkTo({ expiresIn: 60, now: () => new Date(Date.now() + 62_000) });
    const response = await fetch(link);
    expect([response.status, response.headers.get('content-type')]).toEqual([403, 'application/xml']);
    expect(await response.text()).toMatch(/<Code>AccessDenied<\/Code><Message>Request has expired<\/Message>/);
  });

  it.each([
    ['another file', (link: string) => link.replace('014501', '014502')],
    ['another bucket', (link: string) => link.replace('/snippets/', '/others/')],
    ['a longer life', (link: string) => link.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000')],
    ['another name', (link: string) => `${link}&response-content-disposition=inline`],
    ['another signature', (link: string) => link.replace(/Signature=./, 'Signature=g')],
  ])('is refused when it is altered to %s', async (_, alter) => {
    const { link } = await linkTo();
    const response = await fetch(alter(link));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('is refused with half its parameters, and reads only', async () => {
    const { link, files } = await linkTo();
    const half = await fetch(link.replace(/&X-Amz-Expires=300/, ''));
    expect([half.status, await half.text()]).toEqual([
      400,
      expect.stringContaining('AuthorizationQueryParametersError'),
    ]);
    for (const method of ['PUT', 'DELETE']) expect((await fetch(link, { method })).status).toBe(403);
    expect(await files()).toHaveLength(2);
  });
});

describe('refused, with nothing touched', () => {
  const refusals: [string, object, { name: string; status: number }][] = [
    ['an unknown key', { credentials: { ...keys, accessKeyId: 'OTHER' } }, { name: 'InvalidAccessKeyId', status: 403 }],
    [
      'a wrong secret',
      { credentials: { ...keys, secretAccessKey: 'other' } },
      { name: 'SignatureDoesNotMatch', status: 403 },
    ],
    ['a clock six minutes off', { systemClockOffset: 360_000 }, { name: 'RequestTimeTooSkewed', status: 403 }],
  ];
  it.each(refusals)('%s', async (_, config, { name, status }) => {
    const { s3, clientWith, folder } = await start();
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'kept' }));
    for (const command of [
      new PutObjectCommand({ Bucket, Key, Body: 'lost' }),
      new DeleteObjectCommand({ Bucket, Key }),
    ]) {
      const refused = clientWith(config).send(command as DeleteObjectCommand);
      await expect(refused).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
    }
    expect(await readFile(join(folder, Key), 'utf8')).toBe('kept');
  });

  it('a request without any signature', async () => {
    const { endpoint, files } = await start();
    const response = await fetch(`${endpoint}/${Bucket}/${Key}`, { method: 'PUT', body: 'a' });
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
    expect(await files()).toEqual([]);
  });

  it('calls of an object that are not its own', async () => {
    const { s3, folder, endpoint } = await start();
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'kept' }));
    const calls = [
      new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }),
      new PutObjectAclCommand({ Bucket, Key, ACL: 'public-read' }),
      new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${Key}` }),
      new DeleteObjectCommand({ Bucket, Key, VersionId: '1' }),
      new DeleteObjectCommand({ Bucket, Key, IfMatch: '"a"' }),
      new PutObjectCommand({ Bucket, Key, Body: 'lost', IfMatch: '"a"' }),
      new PutObjectCommand({ Bucket, Key, Body: 'lost', ACL: 'public-read' }),
      new ListObjectsV2Command({ Bucket }),
    ];
    for (const call of calls) {
      const refused = s3.send(call as DeleteObjectCommand);
      await expect(refused).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } });
    }
    expect((await sendRaw(endpoint, { method: 'POST', path: `/s3/${Bucket}/${Key}` })).status).toBe(501);
    expect(await readFile(join(folder, Key), 'utf8')).toBe('kept');
  });

  it('another bucket', async () => {
    const { s3 } = await start();
    const call = s3.send(new GetObjectCommand({ Bucket: 'others', Key }));
    await expect(call).rejects.toMatchObject({ name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } });
  });

  it.each([
    ['outside of code-output', '/escaped.py'],
    ['the folder itself', '/code-output/'],
    ['a folder', '/code-output/a/'],
    ['two dots', '/code-output/../escaped.py'],
    ['two dots, encoded', '/code-output/%2e%2e/escaped.py'],
    ['two dots and the slash encoded', '/code-output%2F..%2Fescaped.py'],
    ['one dot', '/code-output/./escaped.py'],
    ['an absolute path', '/code-output//etc/escaped.py'],
    ['an absolute path, encoded', '/%2Fetc%2Fescaped.py'],
    ['a backslash', '/code-output/..%5C..%5Cescaped.py'],
    ['a NUL', '/code-output/a%00.py'],
    ['a line break', '/code-output/a%0A.py'],
    ['an encoding that is none', '/code-output/%E0%A4%A.py'],
    ['too long a key', `/code-output/${'a/'.repeat(600)}b`],
    ['too long a name', `/code-output/${'a'.repeat(300)}`],
  ])('a key with %s', async (_, path) => {
    const { endpoint, folder } = await start();
    const refused = await sendRaw(endpoint, { path: `/s3/${Bucket}${path}`, body: 'a' });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/<Code>(InvalidArgument|InvalidURI|KeyTooLongError)<\/Code><Message>[^<]+<\/Message>/);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile() && entry.parentPath !== join(folder, 'object-metadata'))).toEqual([]);
    await expect(access(join(folder, '..', 'escaped.py'))).rejects.toThrow();
  });

  it('a file where a folder is, and a folder where a file is', async () => {
    const { s3, files } = await start();
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'a' }));
    for (const clash of ['code-output/2026-11-23', `${Key}/below.py`]) {
      const call = s3.send(new PutObjectCommand({ Bucket, Key: clash, Body: 'a' }));
      await expect(call).rejects.toMatchObject({ name: 'InvalidArgument' });
      await expect(s3.send(new GetObjectCommand({ Bucket, Key: clash }))).rejects.toMatchObject({ name: 'NoSuchKey' });
      await s3.send(new DeleteObjectCommand({ Bucket, Key: clash }));
    }
    expect(await files()).toHaveLength(2);
  });

  it.each([
    ['a body that is not the one signed', { 'x-amz-content-sha256': '0'.repeat(64) }, 'XAmzContentSHA256Mismatch'],
    ['a wrong CRC32', { 'x-amz-checksum-crc32': 'AAAAAA==' }, 'BadDigest'],
    ['a wrong MD5', { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' }, 'BadDigest'],
    ['a checksum nobody knows', { 'x-amz-checksum-crc64nvme': 'AAAAAAAAAAA=' }, 'NotImplemented'],
    ['chunks signed one by one', { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' }, 'NotImplemented'],
  ])('%s', async (_, headers, code) => {
    const { endpoint, files } = await start();
    const refused = await sendRaw(endpoint, { path: `/s3/${Bucket}/${Key}`, headers, body: 'code' });
    expect(refused.text).toContain(`<Code>${code}</Code>`);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['that end early', '4\r\nco', 'IncompleteBody'],
    ['without a last one', '4\r\ncode\r\n', 'IncompleteBody'],
    ['of another length', '5\r\ncode!\r\n0\r\nx-amz-checksum-crc32:8Ej2nw==\r\n\r\n', 'IncompleteBody'],
    ['without the promised checksum', '4\r\ncode\r\n0\r\n\r\n', 'IncompleteBody'],
    ['with a wrong checksum behind them', '4\r\ncode\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'BadDigest'],
  ])('chunks %s', async (_, body, code) => {
    const { endpoint, files } = await start();
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': '4',
      'x-amz-trailer': 'x-amz-checksum-crc32',
    };
    const refused = await sendRaw(endpoint, { path: `/s3/${Bucket}/${Key}`, headers, body });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining(`<Code>${code}</Code>`)]);
    expect(await files()).toEqual([]);
  });
});
