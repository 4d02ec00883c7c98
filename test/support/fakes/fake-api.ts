import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

/** A request as the API received it. */
export interface Received {
  readonly field: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: IncomingMessage['headers'];
}

/** A subscription as the API received it. */
export interface Subscribed extends Omit<Received, 'headers'> {
  readonly id: string;
  readonly authorization: Record<string, string>;
  readonly socket: WebSocket;
}

/** What the API answers to a request: a whole HTTP answer. */
export interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

export interface FakeApi {
  readonly url: string;
  readonly requests: Received[];
  /** Decoded headers of the connections that were asked for. */
  readonly connections: Record<string, string>[];
  /** Those that stand. */
  readonly subscriptions: Subscribed[];
  /** Set by a test: what to do before a start_ack; a list of errors refuses the subscription. */
  refuse: (subscribed: Subscribed) => unknown[] | undefined;
  /** Set by a test: what to answer to a request in place of the usual; undefined leaves that. */
  answerInstead: (request: Received) => Answer | Promise<Answer> | undefined;
  /** Set by a test: errors with which a connection is refused. */
  refuseConnection: () => unknown[] | undefined;
  /** Resolves when a subscription was confirmed from now on. */
  subscribed(): Promise<void>;
  publish(field: string, value: unknown): void;
  /** Sends a text to every WebSocket. */
  say(text: string): void;
  /** Cuts all WebSockets without a word. */
  cut(): void;
  /** Resolves when the last WebSocket is closed; at once when there is none. */
  left(): Promise<void>;
}

interface Frame {
  type: string;
  id?: string;
  payload?: { data: string; extensions: { authorization: Record<string, string> } };
}

export const data = (field: string, value: unknown): Answer => ({ body: { data: { [field]: value } } });
export const refusal = (field: string, errorType: string, message: string): Answer => ({
  body: { data: { [field]: null }, errors: [{ path: [field], errorType, message }] },
});

/** An API that answers as the test says, and says that it is healthy, over real sockets on 127.0.0.1, until the running test is over. */
export async function startFakeApi(answer: (request: Received) => Answer | Promise<Answer>): Promise<FakeApi> {
  const events = new EventEmitter();
  const http = createServer(async (request, response) => {
    if (request.method === 'GET') return response.end('ready');
    const received = { ...fieldOf(await json(request)), headers: request.headers };
    api.requests.push(received);
    const { status = 200, body } = await (api.answerInstead(received) ?? answer(received));
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const sockets = new WebSocketServer({ server: http, path: '/graphql/realtime', handleProtocols: () => 'graphql-ws' });
  sockets.on('connection', (socket, request) => {
    api.connections.push(headerOf(request));
    socket.on('close', () => {
      remove(api.subscriptions, (subscribed) => subscribed.socket === socket);
      setImmediate(() => events.emit('closed'));
    });
    socket.on('message', (text) => handle(socket, JSON.parse(String(text))));
  });

  function handle(socket: WebSocket, frame: Frame): void {
    const send = (message: unknown): void => socket.send(JSON.stringify(message));
    const { type, id = '' } = frame;
    if (type === 'connection_init') {
      const errors = api.refuseConnection();
      send(
        errors
          ? { type: 'connection_error', payload: { errors } }
          : { type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } },
      );
      if (errors) socket.close();
    } else if (type === 'start') {
      const { data = '', extensions } = frame.payload ?? {};
      const subscribed = { ...fieldOf(JSON.parse(data)), id, authorization: extensions?.authorization ?? {}, socket };
      const errors = api.refuse(subscribed);
      if (errors) return send({ type: 'error', id, payload: { errors } });
      api.subscriptions.push(subscribed);
      send({ type: 'start_ack', id });
      events.emit('subscribed');
    } else if (type === 'stop') {
      remove(api.subscriptions, (subscribed) => subscribed.id === id);
      send({ type: 'complete', id });
    }
  }

  const api: FakeApi = {
    url: '',
    requests: [],
    connections: [],
    subscriptions: [],
    refuse: () => undefined,
    answerInstead: () => undefined,
    refuseConnection: () => undefined,
    subscribed: async () => void (await once(events, 'subscribed')),
    publish(field, value) {
      for (const { id, socket, ...rest } of api.subscriptions) {
        if (rest.field === field)
          socket.send(JSON.stringify({ type: 'data', id, payload: { data: { [field]: value } } }));
      }
    },
    say(text) {
      for (const socket of sockets.clients) socket.send(text);
    },
    async left() {
      while (sockets.clients.size > 0) await once(events, 'closed');
    },
    cut() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    api.cut();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });
  return Object.assign(api, { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql` });
}

function fieldOf(body: unknown): Omit<Received, 'headers'> {
  const { query, variables = {} } = body as { query: string; variables?: Record<string, unknown> };
  const field = /\{\s*(\w+)/.exec(query.replace(/^[^{]*/, ''))?.[1] ?? '';
  return { field, query, variables };
}

function headerOf({ headers }: IncomingMessage): Record<string, string> {
  const [, header = ''] = /header-([\w-]+)/.exec(headers['sec-websocket-protocol'] ?? '') ?? [];
  return JSON.parse(Buffer.from(header, 'base64url').toString());
}

function remove<Item>(list: Item[], matches: (item: Item) => boolean): void {
  for (let index = list.length - 1; index >= 0; index--) {
    const item = list[index];
    if (item !== undefined && matches(item)) list.splice(index, 1);
  }
}
