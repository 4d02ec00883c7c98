import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './s3-error.ts';

type Headers = Readonly<Record<string, string>>;

const checksums: Record<string, (bytes: Buffer) => string> = {
  'x-amz-checksum-crc32': (bytes) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(bytes));
    return sum.toString('base64');
  },
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
  'content-md5': (bytes) => createHash('md5').update(bytes).digest('base64'),
};

/**
 * The object in a PutObject request: taken out of its chunks if the client sent it in chunks, and held against every
 * checksum that came with it, before or behind it.
 * @throws S3Error BadDigest, IncompleteBody, XAmzContentSHA256Mismatch, or NotImplemented for a checksum not known here
 */
export function readObjectBody(body: Buffer, headers: Headers): Buffer {
  const hash = headers['x-amz-content-sha256'] ?? '';
  if (hash === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    const { bytes, trailers } = unchunked(body);
    if (Number(headers['x-amz-decoded-content-length']) !== bytes.length) throw incomplete();
    verifyChecksums(bytes, { ...headers, ...trailers });
    if (headers['x-amz-trailer'] !== undefined && !(headers['x-amz-trailer'].toLowerCase() in trailers)) {
      throw incomplete();
    }
    return bytes;
  }
  if (hash.startsWith('STREAMING-')) {
    throw new S3Error('NotImplemented', `x-amz-content-sha256 "${hash}" is not implemented here.`);
  }
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== createHash('sha256').update(body).digest('hex')) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  verifyChecksums(body, headers);
  return body;
}

function verifyChecksums(bytes: Buffer, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^(x-amz-checksum-|content-md5$)/.test(name)) continue;
    const checksum = checksums[name];
    if (!checksum) throw new S3Error('NotImplemented', `The checksum "${name}" is not implemented here.`);
    if (checksum(bytes) !== value.trim()) {
      throw new S3Error('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
    }
  }
}

/**
 * The coding `aws-chunked`: chunks of "size in hex, CRLF, bytes, CRLF", one of size 0, then trailers like headers
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html).
 */
function unchunked(body: Buffer): { bytes: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let at = 0;
  const line = () => {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw incomplete();
    const text = body.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (;;) {
    const size = /^([0-9a-fA-F]{1,8})$/.exec(line())?.[1];
    if (size === undefined) throw incomplete();
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    if (at + length > body.length) throw incomplete();
    chunks.push(body.subarray(at, at + length));
    at += length;
    if (line() !== '') throw incomplete();
  }
  const trailers: Record<string, string> = {};
  while (at < body.length) {
    const [, name, value] = /^([^:]+):(.*)$/.exec(line()) ?? [];
    if (name !== undefined && value !== undefined) trailers[name.trim().toLowerCase()] = value.trim();
  }
  return { bytes: Buffer.concat(chunks), trailers };
}

function incomplete(): S3Error {
  return new S3Error(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header, or the chunks are malformed.',
  );
}
