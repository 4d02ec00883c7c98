import { once } from 'node:events';
import { connect } from 'node:net';

/** An upgrade to a WebSocket, as text. */
export function upgradeRequest(url: string, protocols: string, host = new URL(url).host): string {
  const { pathname } = new URL(url);
  return [
    `GET ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${protocols}`,
    '\r\n',
  ].join('\r\n');
}

/** All that a server sends upon an upgrade, as text. */
export async function upgradeByHand(url: string, protocols: string, host?: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    if (chunk.includes('}}')) socket.end();
  });
  socket.write(upgradeRequest(url, protocols, host));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

/** Asks for an upgrade and resets the connection at once. */
export async function upgradeAndReset(url: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(upgradeRequest(url, 'graphql-ws') + 'x'.repeat(100_000));
  socket.once('connect', () => setImmediate(() => socket.resetAndDestroy()));
  await once(socket, 'close');
}
