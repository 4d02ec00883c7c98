import type { IncomingMessage } from 'node:http';

/** For how long a client that sends too much is listened to, so that it hears the answer before the connection ends. */
const LINGER_MS = 1_000;

/**
 * Reads the whole body of a request. One that is said to be longer than the limit, or turns out to be, is given up at
 * once: what still comes is thrown away, and who goes on sending is cut off, shortly after the answer
 * (https://www.rfc-editor.org/rfc/rfc9112#section-9.6).
 * @returns undefined when the body is longer than the limit, in bytes
 * @throws Error the connection broke before the body was whole
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return giveUp(request);
  const chunks: Buffer[] = [];
  let length = 0;
  const whole = await new Promise<boolean>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else resolve(false);
    });
    request.once('end', () => resolve(true));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The connection broke before the body was whole.')));
  });
  return whole ? Buffer.concat(chunks) : giveUp(request);
}

function giveUp(request: IncomingMessage): undefined {
  request.removeAllListeners('data').resume();
  const cut = setTimeout(() => request.destroy(), LINGER_MS);
  cut.unref();
  request.once('end', () => clearTimeout(cut));
}

/** The headers of a request, by lower-case name; one that came several times is joined as HTTP says. */
export function plainHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
