import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { appSync } from '../../../../schema/limits/appsync-limits-and-keep-alive.ts';
import { refuseUpgrade } from '../../http/http-server.ts';
import { PROTOCOL } from './handshake.ts';
import type { ConnectionOptions } from './realtime-connection.ts';
import { ENDPOINT, serveConnection } from './realtime-connection.ts';
import { createSendBudget } from './send-budget.ts';

/** The real-time side of the API. */
export interface RealtimeServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends every connection. */
  close(): void;
}

const PATHS = [`${ENDPOINT}/realtime`, ENDPOINT];
/** How much may wait for readers, over all connections, in UTF-16 units. */
const MOST_WAITING_UNITS = 32 * 1024 * 1024;
const GOING_AWAY = 1001;
/** For a client to say goodbye. */
const GRACE_MS = 500;

/** Takes WebSockets at the paths of the API, and serves each. */
export function createRealtimeServer(options: Omit<ConnectionOptions, 'budget'>): RealtimeServer {
  const budget = createSendBudget(MOST_WAITING_UNITS);
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: appSync.eventBytes,
    handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false),
  });
  return {
    handleUpgrade(request, socket, head) {
      const [path = ''] = (request.url ?? '').split('?');
      if (!PATHS.includes(path)) {
        return refuseUpgrade(socket, '404 Not Found');
      }
      server.handleUpgrade(request, socket, head, (opened) => serveConnection(opened, request, { ...options, budget }));
    },
    close() {
      for (const client of server.clients) {
        client.close(GOING_AWAY);
        setTimeout(() => client.terminate(), GRACE_MS).unref();
      }
      server.close();
    },
  };
}
