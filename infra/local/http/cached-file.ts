import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pageFileHeaders } from '../../page/page-file-headers.ts';
import { takesGzip } from './compressed.ts';

/** A file of a page, as it is sent. */
export interface CachedFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly cache: string;
  /** Of the content, so that a browser which has it is told so; the same with gzip and without. */
  readonly etag: string;
}

/** Shorter, and what is compressed already, gains nothing; in bytes. */
const SHORTEST = 1_000;
const compress = promisify(gzip);
const inGzip = new WeakMap<CachedFile, Promise<Buffer>>();

/**
 * A file by its name and content. One with a hash in its name is kept for ever, any other is asked for each time.
 * @param cache in place of what follows from the name
 */
export function cachedFile(name: string, bytes: Buffer, cache?: string): CachedFile {
  const { contentType, cacheControl } = pageFileHeaders(name);
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  return { type: contentType, bytes, cache: cache ?? cacheControl, etag };
}

/** Sends a file, or that the browser has it already (304); with gzip, made once, to those who take it. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: CachedFile,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { type, bytes, cache, etag } = file;
  const common = { ...headers, 'cache-control': cache, etag, vary: 'accept-encoding' };
  if ((request.headers['if-none-match'] ?? '').split(/\s*,\s*/).includes(etag)) {
    response.writeHead(304, common).end();
    return;
  }
  const packed = await packedFor(request, file);
  response.writeHead(200, {
    ...common,
    'content-type': type,
    'content-length': (packed ?? bytes).length,
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : (packed ?? bytes));
}

async function packedFor(request: IncomingMessage, file: CachedFile): Promise<Buffer | undefined> {
  const gains = file.bytes.length >= SHORTEST && /^text\/|json|svg|icon/.test(file.type);
  if (!gains || !takesGzip(request.headers['accept-encoding'])) return undefined;
  const packed = inGzip.get(file) ?? compress(file.bytes);
  inGzip.set(file, packed);
  return packed;
}
