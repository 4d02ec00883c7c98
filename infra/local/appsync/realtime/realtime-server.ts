import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { appSync } from '../../../../schema/limits.ts';
import { refuseUpgrade } from '../../http/http-server.ts';
import { plainHeaders } from '../../http/request-body.ts';
import type { Authenticator, Credentialed } from '../access/authenticate.ts';
import type { AskedQuery } from '../execution/asked-query.ts';
import { readAskedQuery } from '../execution/asked-query.ts';
import type { AppSyncApi } from '../execution/appsync-api.ts';
import { PROTOCOL, readHandshake } from './handshake.ts';
import type { Connection, Effect, Input } from './realtime-protocol.ts';
import { newConnection, step } from './realtime-protocol.ts';
import type { Subscribers } from './subscribers.ts';

/** The real-time side of the API. */
export interface Realtime {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends every connection. */
  close(): void;
}

interface RealtimeOptions {
  readonly api: Pick<AppSyncApi, 'subscribe'>;
  readonly authenticator: Authenticator;
  readonly subscribers: Subscribers;
  readonly keepAliveMs: number;
  readonly newId: () => string;
  readonly warn: (line: string) => void;
}

const ENDPOINT = '/graphql';
const PATHS = [`${ENDPOINT}/realtime`, ENDPOINT];
/** A reader that falls this far behind is dropped. */
const MOST_BUFFERED_BYTES = 8 * 1024 * 1024;
const GOING_AWAY = 1001;
/** What cannot be read is refused as a query that does not parse. */
const UNREADABLE: AskedQuery = { query: '', variables: null, operationName: null };
/** For a client to say goodbye. */
const GRACE_MS = 500;
const RIGHT_CLIENTS = `this is AppSync's protocol (${PROTOCOL}), for aws-amplify, aws-appsync-subscription-link or snipstream's client.`;

/** The few lines of socket around the protocol of `realtime.ts`. */
export function createRealtime(options: RealtimeOptions): Realtime {
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
      server.handleUpgrade(request, socket, head, (opened) => serve(opened, request, options));
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

function serve(socket: WebSocket, request: IncomingMessage, options: RealtimeOptions): void {
  const { api, authenticator, subscribers, keepAliveMs, newId, warn } = options;
  const connection = newId();
  const sourceIp = [request.socket.remoteAddress ?? ''];
  let state: Connection = newConnection;

  const send = (text: string): void => {
    if (socket.bufferedAmount > MOST_BUFFERED_BYTES) socket.terminate();
    else socket.send(text, () => undefined);
  };
  const credentialed = (url: string, headers: Record<string, string>, body: string): Credentialed => ({
    ...{ method: 'POST', url, headers, sourceIp },
    body: Buffer.from(body),
  });
  const feed = (input: Input): void => {
    const next = step(state, input);
    state = next.state;
    for (const effect of next.effects) carryOut(effect);
  };
  const carryOut = (effect: Effect): void => {
    switch (effect.kind) {
      case 'send':
        return send(JSON.stringify(effect.frame));
      case 'close':
        return socket.close(effect.code);
      case 'add':
        return subscribers.add(connection, effect.id, effect.subscription, send);
      case 'remove':
        return subscribers.remove(connection, effect.id);
      case 'authenticate':
        return void authenticate(effect.headers).catch((error: unknown) => {
          warn(`A connection failed: ${error instanceof Error ? error.stack : error}`);
          socket.terminate();
        });
      case 'subscribe':
        subscribe(effect).catch((error: unknown) => {
          warn(`A subscription failed: ${error instanceof Error ? error.stack : error}`);
          feed({
            kind: 'refused',
            id: effect.id,
            start: effect.start,
            errors: [{ errorType: 'InternalFailure', message: 'Internal failure.' }],
          });
        });
        return;
    }
  };
  const authenticate = async (headers: Record<string, string>): Promise<void> => {
    const result = await authenticator.authenticate(credentialed(`${ENDPOINT}/connect`, headers, '{}'));
    feed({ kind: 'authenticated', refusal: result.ok ? null : result.refusal });
  };
  const subscribe = async ({ id, start, data, headers }: Extract<Effect, { kind: 'subscribe' }>): Promise<void> => {
    const result = await authenticator.authenticate(credentialed(ENDPOINT, headers, data));
    if (!result.ok) {
      return feed({ kind: 'refused', id, start, errors: [result.refusal] });
    }
    const subscribed = await api.subscribe({
      ...(readAskedQuery(data) ?? UNREADABLE),
      caller: result.caller,
      headers,
      domainName: null,
    });
    if (subscribed.ok) feed({ kind: 'subscribed', id, start, subscription: subscribed.subscription });
    else feed({ kind: 'refused', id, start, errors: subscribed.errors });
  };

  const timer = setInterval(() => feed({ kind: 'keep-alive' }), keepAliveMs);
  socket.on('message', (message, isBinary) => feed({ kind: 'frame', text: isBinary ? '' : String(message) }));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(timer);
    state = { ...state, phase: 'closed' };
    subscribers.removeConnection(connection);
  });
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const handshake = readHandshake(
    request.url ?? '',
    protocols.filter((name) => name !== ''),
    plainHeaders(request),
  );
  if (!handshake.ok)
    warn(`A WebSocket was turned away, ${handshake.error.message ?? 'its header cannot be read'}: ${RIGHT_CLIENTS}`);
  feed({ kind: 'opened', handshake });
}
