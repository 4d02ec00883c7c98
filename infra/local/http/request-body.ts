import type { IncomingMessage } from 'node:http';

/**
 * Reads the whole body of a request. What goes beyond the limit is read too, so that the client hears the answer, but
 * not kept.
 * @returns undefined when the body is longer than the limit, in bytes
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length <= limit ? Buffer.concat(chunks) : undefined;
}

/** The headers of a request, by lower-case name; one that came several times is joined as HTTP says. */
export function plainHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
