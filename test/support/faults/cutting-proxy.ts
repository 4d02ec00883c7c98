import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { SnippetProgress } from '../../../client/index.ts';
import { readServerFrame } from '../../../schema/wire/realtime-frames.ts';

/** Stands between a client and a host, at an address that stays, and does to the events on their way what a test says. */
export interface CuttingProxy {
  /** Of the API, as the client sees it. */
  readonly url: string;
  /** The API behind it; set anew when the host is another. */
  target: string;
  /** What becomes of an event of `onSnippetProgress`: delivered as often as this says. Set by a test. */
  deliver: (event: SnippetProgress) => number;
  /** Holds events back from now on; `release` lets them go in the order that it makes of them. */
  hold(): void;
  release(order: (texts: string[]) => string[]): void;
  /** How many events came from the host so far. */
  events(): number;
  /** Cuts every WebSocket without a word. */
  cut(): void;
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  let seen = 0;
  let held: string[] | undefined;
  const server = createServer((request, response) => void forward(request, response, proxy.target));
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-ws' });

  sockets.on('connection', (client, request) => {
    const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(/, */);
    const host = new WebSocket(`${proxy.target.replace('http', 'ws')}/realtime`, protocols);
    const waiting: string[] = [];
    client.on('message', (text) => {
      if (host.readyState === WebSocket.OPEN) host.send(String(text));
      else waiting.push(String(text));
    });
    client.on('close', () => host.terminate());
    host.on('open', () => waiting.splice(0).forEach((text) => host.send(text)));
    host.on('message', (text) => pass(client, String(text)));
    host.on('close', () => client.terminate());
    host.on('error', () => client.terminate());
  });

  function pass(client: WebSocket, text: string): void {
    const frame = readServerFrame(text);
    const event = frame?.type === 'data' ? frame.payload.data?.['onSnippetProgress'] : undefined;
    if (!event) return client.send(text);
    seen++;
    if (held) return void held.push(text);
    for (let left = proxy.deliver(event as SnippetProgress); left > 0; left--) client.send(text);
  }

  const proxy: CuttingProxy = {
    url: '',
    target,
    deliver: () => 1,
    hold: () => void (held = []),
    release(order) {
      for (const text of order(held ?? [])) for (const client of sockets.clients) client.send(text);
      held = undefined;
    },
    events: () => seen,
    cut() {
      for (const client of sockets.clients) client.terminate();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    proxy.cut();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return Object.assign(proxy, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
}

/** A host that is not there is for the client a connection that breaks. */
async function forward(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
  try {
    const headers = { 'x-api-key': String(request.headers['x-api-key']), 'content-type': 'application/json' };
    const answer = await fetch(target, { method: 'POST', headers, body: await buffer(request) });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  } catch {
    response.destroy();
  }
}
