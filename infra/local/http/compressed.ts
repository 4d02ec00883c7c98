import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

/** AppSync compresses what is so long (https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html), in bytes. */
const SHORTEST = 1_000;
const LONGEST = 10_000_000;

const compress = promisify(gzip);

/** The body as it is to be sent: with gzip when the caller takes it and the body is 1,000 to 10,000,000 bytes long; says so in the headers. */
export async function compressed(request: IncomingMessage, response: ServerResponse, body: string): Promise<Buffer> {
  const bytes = Buffer.from(body);
  response.setHeader('vary', 'accept-encoding');
  if (!takesGzip(request.headers['accept-encoding']) || bytes.length < SHORTEST || bytes.length > LONGEST) return bytes;
  response.setHeader('content-encoding', 'gzip');
  return compress(bytes, { level: constants.Z_BEST_SPEED });
}

/** Whether a caller takes gzip, by its `Accept-Encoding`; `gzip;q=0` refuses it. */
export function takesGzip(accepted: string | string[] | undefined): boolean {
  return /(?:^|[\s,])gzip\s*(?:;\s*q=(?!0(?:\.0*)?(?:\s|,|$))[\d.]+\s*)?(?:,|$)/i.test(String(accepted ?? ''));
}
