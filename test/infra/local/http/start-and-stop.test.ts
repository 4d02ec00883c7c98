import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpServer } from '../../../../infra/local/http/http-server.ts';
import { openHttpServer } from '../../../../infra/local/http/http-server.ts';

let server: HttpServer;
beforeEach(async () => void (server = await openHttpServer(0)));
afterEach(() => server.close());

const ask = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body: '{}' });

/** The first line and the headers of the answer to a WebSocket handshake. */
async function askToUpgrade(): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(
    'GET /graphql/realtime HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  let said = '';
  socket.on('data', (chunk) => (said += chunk));
  await once(socket, 'close');
  return said;
}

const upgrade = (): void => undefined;

describe('the port of a host', () => {
  it('answers 503 and when to try again, at once, until the host is ready', async () => {
    const answer = await ask('/graphql');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.json()).toEqual({
      errors: [{ errorType: 'ServiceUnavailableException', message: expect.stringContaining('The host is starting.') }],
    });
    expect(await askToUpgrade()).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\nRetry-After: 1\r\n/);
    server.serve(
      { handlers: { '/graphql': async (_request, response) => void response.end('well') }, upgrade },
      () => undefined,
    );
    expect(await (await ask('/graphql')).text()).toBe('well');
  });

  it('lets those finish who were let in, refuses all others, and keeps open what the work needs', async () => {
    const finishers: (() => void)[] = [];
    const arrived: (() => void)[] = [];
    const entered = new Promise<void>((resolve) => arrived.push(resolve));
    server.serve(
      {
        handlers: {
          '/graphql': (_request, response) =>
            new Promise((resolve) => {
              finishers.push(() => void response.end('finished', resolve));
              for (const tell of arrived) tell();
            }),
          '/s3': async (_request, response) => void response.end('stored'),
        },
        upgrade,
      },
      () => undefined,
    );
    const first = ask('/graphql');
    await entered;
    const drained = server.drain({ withinMs: 20_000, stillOpen: ['/s3'] });
    const second = await ask('/graphql');
    expect(second.status).toBe(503);
    expect(await second.text()).toContain('Retry with the same options.id');
    expect(await askToUpgrade()).toMatch(/^HTTP\/1\.1 503 /);
    expect(await (await ask('/s3/snipstream/key')).text()).toBe('stored');
    for (const finish of finishers) finish();
    expect(await (await first).text()).toBe('finished');
    await drained;
  });

  it('tells those who would not finish in time that what was recorded goes on', async () => {
    const arrived: (() => void)[] = [];
    const entered = new Promise<void>((resolve) => arrived.push(resolve));
    const forever = () => {
      for (const tell of arrived) tell();
      return new Promise<void>(() => undefined);
    };
    server.serve({ handlers: { '/graphql': forever }, upgrade }, () => undefined);
    const asked = ask('/graphql');
    await entered;
    await server.drain({ withinMs: 10, stillOpen: [] });
    const answer = await asked;
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Retry with the same options.id');
  });

  it('that is taken is told of, with the way out', async () => {
    await expect(openHttpServer(server.port)).rejects.toThrow(
      `Port ${server.port} is taken; --port 0 takes a free one.`,
    );
  });
});
