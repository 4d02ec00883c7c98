import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBody } from '../../../../infra/local/http/request-body.ts';
import { listen } from '../../../support/hosts/listen.ts';

const LIMIT = 1_000;

/** What a promise comes to, unless that takes so long that it will come to nothing. */
const soon = <Value>(promise: Promise<Value>): Promise<Value | 'nothing'> =>
  Promise.race([promise, sleep(5_000, 'nothing' as const, { ref: false })]);

/** A server that answers 200 with the length of the body, or 413. */
async function open(headers: string): Promise<{ socket: Socket; answered: Promise<string> }> {
  const url = new URL(
    await listen((request, response) => {
      void readBody(request, LIMIT).then((body) => {
        if (body) response.end(`${body.length}`);
        else response.writeHead(413).end('too long');
      });
    }),
  );
  const socket = connect(Number(url.port), url.hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  let text = '';
  const answered = new Promise<string>((resolve) =>
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (/\r\n\r\n[^]*(\d|long)/.test(text)) resolve(text);
    }),
  );
  socket.write(`POST / HTTP/1.1\r\nHost: ${url.host}\r\n${headers}\r\n\r\n`);
  return { socket, answered };
}

const chunk = (length: number): string => `${length.toString(16)}\r\n${'x'.repeat(length)}\r\n`;

describe('a body', () => {
  it('of just as many bytes as are allowed is read', async () => {
    const { socket, answered } = await open(`Content-Length: ${LIMIT}`);
    socket.write('x'.repeat(LIMIT));
    expect(await soon(answered)).toMatch(/^HTTP\/1\.1 200 [^]*1000/);
  });

  it('that is said to be longer is refused before any of it came', async () => {
    const { answered } = await open(`Content-Length: ${LIMIT + 1}`);
    expect(await soon(answered)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that turns out to be longer is refused before its end', async () => {
    const { socket, answered } = await open('Transfer-Encoding: chunked');
    socket.write(chunk(LIMIT) + chunk(1));
    expect(await soon(answered)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that goes on after the answer is cut off', async () => {
    const { socket, answered } = await open('Transfer-Encoding: chunked');
    socket.write(chunk(2 * LIMIT));
    await answered;
    const sending = setInterval(() => socket.write(chunk(100)), 20);
    onTestFinished(() => clearInterval(sending));
    const closed = new Promise((resolve) => socket.once('close', () => resolve('closed')));
    expect(await soon(closed)).toBe('closed');
  });

  it('that is read to its end after it was refused leaves the connection for the next request', async () => {
    const { socket, answered } = await open(`Content-Length: ${2 * LIMIT}`);
    await answered;
    socket.write('x'.repeat(2 * LIMIT));
    const next = once(socket, 'data');
    socket.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\n\r\nx');
    expect(String((await next)[0])).toMatch(/^HTTP\/1\.1 200 /);
  });
});
