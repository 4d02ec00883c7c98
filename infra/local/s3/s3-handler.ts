import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainHeaders, readBody } from '../http/request-body.ts';
import type { Credentials } from '../identity/signatures.ts';
import { readObjectBody } from './object-body.ts';
import type { ObjectFolder } from './object-folder.ts';
import { openObjectFolder } from './object-folder.ts';
import { readObjectKey } from './requested-key.ts';
import { authorize } from './s3-access.ts';
import { S3Error, errorDocument } from './s3-error.ts';
import { refuseUnknownParts, responseHeaders, storedHeaders } from './s3-request.ts';

export interface S3Settings {
  /** The path all requests begin with, without a slash at its end: `/s3`. */
  readonly prefix: string;
  /** Where `code-output/` lies. Nobody else writes to it. */
  readonly folder: string;
  readonly bucket: string;
  readonly credentials: Credentials;
  readonly now: () => Date;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes?: Buffer;
}

const LARGEST_OBJECT_BYTES = 5 * 1024 * 1024;
/** Chunks bring lines of their own; the object within is measured again. */
const LARGEST_BODY_BYTES = 2 * LARGEST_OBJECT_BYTES;

/**
 * PutObject, GetObject, HeadObject and DeleteObject of one bucket over a folder, path style, signed or, for reading, by
 * presigned link. Everything else is answered NotImplemented and touches nothing. No S3 server on npm was safe as
 * shipped: s3rver 3.7.1 writes outside its folder and keeps chunk framing as content, fauxqs 2.4.1 checks no signature
 * and lets PutObjectTagging overwrite the object.
 */
export function createS3Handler(
  settings: S3Settings,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const objects = openObjectFolder(settings.folder);
  return async (request, response) => {
    const requestId = randomUUID();
    const [path = ''] = (request.url ?? '').split('?');
    const shared = crossOriginHeaders(request);
    try {
      const answer = await answerTo(request, settings, objects);
      response.writeHead(answer.status, { ...answer.headers, ...shared, 'x-amz-request-id': requestId });
      response.end(request.method === 'HEAD' ? undefined : answer.bytes);
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      const known = asS3Error(error);
      const document = Buffer.from(errorDocument(known, path, requestId));
      response.writeHead(known.status, {
        ...shared,
        'content-type': 'application/xml',
        'content-length': document.length,
        'x-amz-request-id': requestId,
      });
      response.end(request.method === 'HEAD' ? undefined : document);
    }
  };
}

async function answerTo(request: IncomingMessage, settings: S3Settings, objects: ObjectFolder): Promise<Answer> {
  const method = request.method ?? '';
  const url = request.url ?? '';
  const headers = plainHeaders(request);
  const body = await readBody(request, LARGEST_BODY_BYTES);
  await authorize({ method, url, headers }, settings);

  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const [, bucket = '', rawKey = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path.slice(settings.prefix.length)) ?? [];
  if (bucket !== settings.bucket && bucket !== '') {
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket });
  }
  if (rawKey === '') throw new S3Error('NotImplemented', 'Calls of a bucket as a whole are not implemented here.');
  const key = readObjectKey(rawKey);
  const parameters = new URLSearchParams(search);
  refuseUnknownParts(method, parameters, headers);

  switch (method) {
    case 'PUT':
      return put(key, body, headers, objects);
    case 'GET':
    case 'HEAD': {
      const object = await objects.get(key);
      return { status: 200, headers: responseHeaders(object, parameters), bytes: object.bytes };
    }
    case 'DELETE':
      await objects.remove(key);
      return { status: 204, headers: {} };
    default:
      throw new S3Error('NotImplemented', `${method} of an object is not implemented here.`);
  }
}

async function put(
  key: string,
  body: Buffer | undefined,
  headers: Readonly<Record<string, string>>,
  objects: ObjectFolder,
): Promise<Answer> {
  const bytes = body && readObjectBody(body, headers);
  if (!bytes || bytes.length > LARGEST_OBJECT_BYTES) {
    throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.', {
      MaxSizeAllowed: String(LARGEST_OBJECT_BYTES),
    });
  }
  await objects.put(key, { bytes, headers: storedHeaders(headers) }, headers['if-none-match'] === '*');
  return { status: 200, headers: { etag: `"${createHash('md5').update(bytes).digest('hex')}"` } };
}

/**
 * What the bucket's CORS rule adds on AWS to what a page of another origin reads: a GET from any origin is let through.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
function crossOriginHeaders({ method, headers }: IncomingMessage): Readonly<Record<string, string>> {
  if (method !== 'GET' || headers.origin === undefined) return {};
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET',
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error;
  return new S3Error('InternalError', `We encountered an internal error: ${String(error)}`);
}
