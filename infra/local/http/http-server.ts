import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLocalName } from './local-names.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The request handlers by path. */
export interface Routes {
  /** By the beginning of the path; the longest that fits answers. */
  readonly handlers: Readonly<Record<string, RequestHandler>>;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** The one port of this host. Before {@link serve} and after {@link drain} each caller reads 503 at once. */
export interface HttpServer {
  readonly port: number;
  /** Begins to answer. A handler that fails is told to `log`; its caller reads a bare 500. */
  serve(routes: Routes, log: (line: string) => void): void;
  /**
   * Refuses what comes from now on, but for paths that begin with one of `stillOpen`, and lets those finish who were let
   * in before; who has no answer after `withinMs` reads 503.
   */
  drain(options: { withinMs: number; stillOpen: readonly string[] }): Promise<void>;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/** How the host may be: why it answers nothing, or what. */
type State =
  | { readonly kind: 'closed'; readonly sentence: string; readonly stillOpen: Routes['handlers'] }
  | ({ readonly kind: 'open' } & Routes);

const STARTING = 'The host is starting. Try again in a second.';
const STOPPING =
  'The host is stopping. What was recorded is kept, and goes on when the host starts again: Retry with the same options.id.';
const RETRY_AFTER_SECONDS = '1';
/** What every answer says unless its handler knows better: nothing in it is to be run, or shown in a frame. */
const harmless = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Listens on 127.0.0.1 before it knows what to answer, so that the parts behind it can be told its address.
 * @throws Error the port is taken, not this user's, or one that clients refuse to call
 */
export async function openHttpServer(wantedPort: number): Promise<HttpServer> {
  let state: State = { kind: 'closed', sentence: STARTING, stillOpen: {} };
  let log: (line: string) => void = () => undefined;
  const underWay = new Set<ServerResponse>();
  let ended = (): void => undefined;

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(harmless)) response.setHeader(name, value);
    const { host } = request.headers;
    if (!isLocalName(host)) return refuseName(response, host);
    const [path = '/'] = (request.url ?? '/').split('?');
    const handlers = state.kind === 'open' ? state.handlers : state.stillOpen;
    const handler = handlerFor(path, handlers);
    if (!handler && state.kind === 'closed') return refuse(response, state.sentence);
    if (!handler) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${path}.\n`);
      return;
    }
    underWay.add(response);
    response.once('close', () => {
      underWay.delete(response);
      ended();
    });
    handler(request, response).catch((error: unknown) => {
      if (response.writableEnded) return;
      log(`${request.method} ${path}: ${error instanceof Error ? error.stack : error}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isLocalName(request.headers.host)) return refuseUpgrade(socket, '403 Forbidden');
    if (state.kind === 'open') return state.upgrade(request, socket, head);
    refuseUpgrade(socket, '503 Service Unavailable', `Retry-After: ${RETRY_AFTER_SECONDS}`);
  });
  const port = await listen(server, wantedPort);
  return {
    port,
    serve(routes, logged) {
      log = logged;
      state = { kind: 'open', ...routes };
    },
    async drain({ withinMs, stillOpen }) {
      const handlers = state.kind === 'open' ? Object.entries(state.handlers) : [];
      state = {
        kind: 'closed',
        sentence: STOPPING,
        stillOpen: Object.fromEntries(handlers.filter(([prefix]) => stillOpen.includes(prefix))),
      };
      const late = sleep(withinMs, 'late' as const, { ref: false });
      while (underWay.size > 0) {
        const next = new Promise<void>((resolve) => (ended = resolve));
        if ((await Promise.race([next, late])) === 'late') break;
      }
      for (const response of underWay) if (!response.headersSent) refuse(response, STOPPING);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(portFault(port, cause), { cause });
  }
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no address.');
  return address.port;
}

/** Why nothing can be served on a port, and what to do, from what the system says. */
export function portFault(port: number, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason';
  if (code === 'EADDRINUSE') return `Port ${port} is taken; --port 0 takes a free one.`;
  if (code === 'EACCES') return `Port ${port} is not this user's to take; take one from 1024 on, or --port 0.`;
  return `Port ${port} cannot be used (${code}); --port 0 takes a free one.`;
}

function handlerFor(path: string, handlers: Routes['handlers']): RequestHandler | undefined {
  const prefixes = Object.keys(handlers).sort((a, b) => b.length - a.length);
  const prefix = prefixes.find((start) => path === start || path.startsWith(`${start}/`));
  return prefix === undefined ? undefined : handlers[prefix];
}

/** In the form of a GraphQL answer, as most callers are clients of that. */
function refuse(response: ServerResponse, message: string): void {
  response.writeHead(503, {
    'content-type': 'application/json;charset=UTF-8',
    'retry-after': RETRY_AFTER_SECONDS,
    'access-control-allow-origin': '*',
    connection: 'close',
  });
  response.end(JSON.stringify({ errors: [{ errorType: 'ServiceUnavailableException', message }] }));
}

function refuseName(response: ServerResponse, host = ''): void {
  const message = `The Host header is "${host}"; this host answers to 127.0.0.1, localhost and [::1], with any port.`;
  response.writeHead(403, { 'content-type': 'application/json;charset=UTF-8', connection: 'close' });
  response.end(JSON.stringify({ errors: [{ errorType: 'ForbiddenException', message }] }));
}

/** Before a protocol is agreed on; a WebSocket client sees only the status. */
export function refuseUpgrade(socket: Duplex, status: string, ...headers: string[]): void {
  socket.on('error', () => socket.destroy());
  socket.end([`HTTP/1.1 ${status}`, ...headers, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'));
}
