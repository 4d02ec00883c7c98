import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/**
 * Many subscribers in a process of their own: `subscriber-pool.ts URL API_KEY COUNT`. They speak WebSocket by hand and
 * count frames without reading them, so that the server is what takes the time. Tells `ready`, and for each `{ expect }`
 * that so many events came.
 */
const [url = '', apiKey = '', count = '0'] = process.argv.slice(2);
const { hostname, port, host, pathname } = new URL(url);
const authorization = { host, 'x-api-key': apiKey };
const QUERY = 'subscription O { onSnippetCompleted { id language instruction code createdAt } }';
/** Of a batch of connections. */
const AT_ONCE = 50;
/** A frame that is longer is an event. */
const SHORTEST_EVENT = 900;
/** Its length in two more bytes, in eight more. */
const [MEDIUM, LONG] = [126, 127];

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const path = `${pathname}?header=${encodeURIComponent(base64(authorization))}&payload=${encodeURIComponent(base64({}))}`;
const shared = Buffer.allocUnsafe(1 << 20);
let events = 0;
let expected = Infinity;

function heard(): void {
  events += 1;
  tellIfAll();
}

function tellIfAll(): void {
  if (events < expected) return;
  expected = Infinity;
  process.send?.('heard');
}

function masked(value: unknown): Buffer {
  const payload = Buffer.from(JSON.stringify(value));
  const mask = randomBytes(4);
  const head =
    payload.length < MEDIUM
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0x80 | MEDIUM, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, mask, payload.map((byte, index) => byte ^ (mask[index & 3] ?? 0))]);
}

function subscribe(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let rest = Buffer.alloc(0);
    let isUpgraded = false;
    /** Bytes of an event that are still to come, and are not looked at. */
    let skip = 0;
    const socket = connect({
      host: hostname,
      port: Number(port),
      onread: {
        buffer: shared,
        callback(length) {
          read(shared.subarray(0, length));
          return true;
        },
      },
    });
    socket.setNoDelay();
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`${id} was closed`)));
    socket.on('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Protocol: graphql-ws\r\n\r\n`,
      ),
    );

    function read(chunk: Buffer): void {
      const skipped = Math.min(skip, chunk.length);
      skip -= skipped;
      if (skipped > 0 && skip === 0) heard();
      rest = Buffer.concat([rest, chunk.subarray(skipped)]);
      if (!isUpgraded) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!rest.includes(' 101 ')) return reject(new Error(rest.toString()));
        isUpgraded = true;
        rest = rest.subarray(end + 4);
        socket.write(masked({ type: 'connection_init' }));
      }
      while (readFrame());
    }

    function readFrame(): boolean {
      if (rest.length < 2) return false;
      const short = (rest[1] ?? 0) & 127;
      const head = short === MEDIUM ? 4 : short === LONG ? 10 : 2;
      if (rest.length < head) return false;
      const length = short === MEDIUM ? rest.readUInt16BE(2) : short === LONG ? Number(rest.readBigUInt64BE(2)) : short;
      const isEvent = length > SHORTEST_EVENT;
      if (rest.length < head + length) {
        if (!isEvent) return false;
        skip = head + length - rest.length;
        rest = rest.subarray(rest.length);
        return false;
      }
      if (isEvent) heard();
      else small(rest.toString('utf8', head, head + length));
      rest = rest.subarray(head + length);
      return true;
    }

    function small(text: string): void {
      if (text.includes('connection_ack')) {
        const data = JSON.stringify({ query: QUERY, variables: {} });
        socket.write(masked({ type: 'start', id, payload: { data, extensions: { authorization } } }));
      } else if (text.includes('start_ack')) resolve();
      else if (text.includes('error')) reject(new Error(text));
    }
  });
}

process.on('message', ({ expect }: { expect: number }) => {
  expected = expect;
  tellIfAll();
});
for (let from = 0; from < Number(count); from += AT_ONCE) {
  const batch = Array.from({ length: Math.min(AT_ONCE, Number(count) - from) }, (_, index) => `sub-${from + index}`);
  await Promise.all(batch.map(subscribe));
}
process.send?.('ready');
