import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Listens on 127.0.0.1 before it knows what to answer, so that the parts behind it can be told its address.
 * @throws Error the port is taken
 */
export async function listen(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    throw new Error(taken ? `Port ${port} is taken; --port 0 takes a free one.` : `Port ${port} cannot be used.`, {
      cause,
    });
  }
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no address.');
  return { server, port: address.port };
}

interface Routes {
  /** By the beginning of the path; the longest that fits answers. */
  readonly handlers: Readonly<Record<string, RequestHandler>>;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** Begins to answer. A handler that fails is told to `log`; its caller reads a bare 500. */
export function serve(server: Server, { handlers, upgrade }: Routes, log: (line: string) => void): void {
  const prefixes = Object.keys(handlers).sort((a, b) => b.length - a.length);
  server.on('upgrade', upgrade);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const prefix = prefixes.find((start) => path === start || path.startsWith(`${start}/`));
    const handler = prefix === undefined ? undefined : handlers[prefix];
    if (!handler) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${path}.\n`);
      return;
    }
    handler(request, response).catch((error: unknown) => {
      log(`${request.method} ${path}: ${error instanceof Error ? error.stack : error}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

/** Stops listening and ends every connection. */
export async function stopServing(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
