import { createHash } from 'node:crypto';
import type { ObjectHeaders, StoredObject } from './object-folder.ts';
import { S3Error } from './s3-error.ts';

type Headers = Readonly<Record<string, string>>;

const keptHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

const signatureParameters =
  /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token|content-sha256)$/i;
/** `x-id` only names the call, for people who read logs. */
const harmlessParameters = /^(x-id|x-amz-checksum-mode)$/i;
const readParameters = new RegExp(`^response-(${keptHeaders.join('|')})$`);
const knownHeaders = /^x-amz-(content-sha256|date|security-token|user-agent|checksum-mode|request-payer)$/;
const putHeaders = /^x-amz-(checksum-.+|sdk-checksum-algorithm|decoded-content-length|trailer|meta-.+)$/;

/**
 * Refuses what would mean another call, or another meaning of this one: `?tagging`, `?acl`, `x-amz-copy-source`,
 * `If-Match`. To take such a request for a plain one would overwrite or remove the object.
 * @throws S3Error NotImplemented, naming the part
 */
export function refuseUnknownParts(method: string, parameters: URLSearchParams, headers: Headers): void {
  const reading = method === 'GET' || method === 'HEAD';
  for (const name of parameters.keys()) {
    const allowed =
      harmlessParameters.test(name) || (reading && (signatureParameters.test(name) || readParameters.test(name)));
    if (!allowed)
      throw new S3Error('NotImplemented', `The query parameter "${name}" of ${method} is not implemented here.`);
  }
  for (const [name, value] of Object.entries(headers)) {
    const unknown =
      name.startsWith('x-amz-') && !knownHeaders.test(name) && !(method === 'PUT' && putHeaders.test(name));
    const conditional =
      /^if-/.test(name) && !reading && !(method === 'PUT' && name === 'if-none-match' && value === '*');
    if (unknown || conditional) {
      throw new S3Error('NotImplemented', `The header "${name}" of ${method} is not implemented here.`);
    }
  }
}

/** Selects the headers of a PutObject request that are stored and returned with the object. */
export function storedHeaders(headers: Headers): ObjectHeaders {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const [name, value] of Object.entries(headers)) {
    if (keptHeaders.includes(name) || name.startsWith('x-amz-meta-')) kept[name] = value;
  }
  const encodings = (kept['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  const encoding = encodings.filter((name) => name !== 'aws-chunked').join(', ');
  if (encoding) kept['content-encoding'] = encoding;
  else delete kept['content-encoding'];
  return kept;
}

/** Headers of GetObject and HeadObject: the object's own, and over them those that the request asks for. */
export function responseHeaders({ bytes, headers, modifiedAt }: StoredObject, parameters: URLSearchParams): Headers {
  const asked: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (!readParameters.test(name)) continue;
    if (/[^\t\x20-\xff]|\x7f/.test(value)) {
      throw new S3Error('InvalidArgument', `The value of "${name}" has characters that no header may have.`);
    }
    asked[name.slice('response-'.length)] = value;
  }
  return {
    'content-type': 'binary/octet-stream',
    ...headers,
    ...asked,
    etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    'last-modified': modifiedAt.toUTCString(),
    'content-length': String(bytes.length),
  };
}
