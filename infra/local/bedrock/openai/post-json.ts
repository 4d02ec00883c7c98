import type { IncomingMessage } from 'node:http';
import { request as requestOverHttp } from 'node:http';
import { request as requestOverHttps } from 'node:https';

/** Keeps a silent connection from being dropped on its way. */
const TCP_KEEP_ALIVE_MS = 30_000;

/**
 * Sends JSON and gives the answer as soon as its head is there, however long that takes: a cold model loads for minutes, and
 * `fetch` gives up after five of them (https://github.com/nodejs/undici/blob/main/docs/docs/api/Client.md, headersTimeout).
 * @throws Error no connection, or one that broke; the signal's reason when it is aborted
 */
export function postJson(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestOverHttps : requestOverHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` },
      agent: false,
      signal,
    });
    request.setSocketKeepAlive(true, TCP_KEEP_ALIVE_MS);
    request.once('response', resolve);
    request.once('error', reject);
    request.end(body);
  });
}
