import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { plainHeaders } from '../../http/request-body.ts';
import type { Authenticator, CredentialedRequest } from '../access/authenticate.ts';
import type { AppSyncApi } from '../execution/appsync-api.ts';
import type { QueryRequest } from '../execution/query-request.ts';
import { readQueryRequest } from '../execution/query-request.ts';
import { PROTOCOL, readHandshake } from './handshake.ts';
import type { Connection, Effect, Input } from './realtime-protocol.ts';
import { newConnection, step } from './realtime-protocol.ts';
import type { SendBudget } from './send-budget.ts';
import type { Subscribers } from './subscribers.ts';

export interface ConnectionOptions {
  readonly api: Pick<AppSyncApi, 'subscribe'>;
  readonly authenticator: Authenticator;
  readonly subscribers: Subscribers;
  readonly budget: SendBudget;
  readonly keepAliveMs: number;
  readonly newId: () => string;
  readonly warn: (line: string) => void;
}

/** The path of the API, as clients sign it. */
export const ENDPOINT = '/graphql';
/** What cannot be read is refused as a query that does not parse. */
const UNREADABLE: QueryRequest = { query: '', variables: null, operationName: null };
const RIGHT_CLIENTS = `this is AppSync's protocol (${PROTOCOL}), for aws-amplify, aws-appsync-subscription-link or snipstream's client.`;

/** Serves one WebSocket: the few lines of socket around `realtime-protocol.ts`. */
export function serveConnection(socket: WebSocket, request: IncomingMessage, options: ConnectionOptions): void {
  const { api, authenticator, subscribers, budget, keepAliveMs, newId, warn } = options;
  const connection = newId();
  const sourceIp = [request.socket.remoteAddress ?? ''];
  let state: Connection = newConnection;

  const send = (text: string): void => budget.send(socket, text);
  const credentialed = (url: string, headers: Record<string, string>, body: string): CredentialedRequest => ({
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
      ...(readQueryRequest(data) ?? UNREADABLE),
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
    budget.remove(socket);
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
