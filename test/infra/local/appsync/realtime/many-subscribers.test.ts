import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createAuthenticator } from '../../../../../infra/local/appsync/access/authenticate.ts';
import type { RealtimeServer } from '../../../../../infra/local/appsync/realtime/realtime-server.ts';
import { createRealtimeServer } from '../../../../../infra/local/appsync/realtime/realtime-server.ts';
import type { Subscribers } from '../../../../../infra/local/appsync/realtime/subscribers.ts';
import { createSubscribers } from '../../../../../infra/local/appsync/realtime/subscribers.ts';
import { openHttpServer } from '../../../../../infra/local/http/http-server.ts';
import type { Frame, RawSocket } from '../../../../support/faults/raw-socket.ts';
import { headerProtocol, isType, openSocket, startFrame } from '../../../../support/faults/raw-socket.ts';
import { createSmallApi } from '../../../../support/hosts/small-api.ts';
import { upgradeRequest } from '../../../../support/faults/upgrade-by-hand.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What this process holds after a collection: objects, and buffers beside them. */
function heldBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('many subscribers', () => {
  const sdl = `type Query @aws_api_key { x: Int }
    type Mutation @aws_api_key { put: Shelf }
    type Subscription @aws_api_key { onPut: Shelf @aws_subscribe(mutations: ["put"]) }
    type Shelf @aws_api_key { text: String }`;
  const key = { 'x-api-key': 'k' };
  const query = 'subscription { onPut { text } }';

  async function open(
    keepAliveMs = 60_000,
  ): Promise<{ url: string; subscribers: Subscribers; realtime: RealtimeServer; close: () => Promise<void> }> {
    const server = await openHttpServer(0);
    const subscribers = createSubscribers({ warn: () => undefined });
    const realtime = createRealtimeServer({
      api: createSmallApi(sdl),
      authenticator: createAuthenticator({ apiKey: 'k', credentials: () => undefined, now: () => new Date() }),
      subscribers,
      keepAliveMs,
      newId: randomUUID,
      warn: () => undefined,
    });
    server.serve({ handlers: {}, upgrade: realtime.handleUpgrade }, () => undefined);
    const close = async (): Promise<void> => {
      realtime.close();
      await server.close();
    };
    return { url: `ws://127.0.0.1:${server.port}/graphql/realtime`, subscribers, realtime, close };
  }
  const join = async (url: string, ids: string[]): Promise<RawSocket> => {
    const raw = await openSocket(url, ['graphql-ws', headerProtocol(key)]);
    for (const id of ids) raw.send(startFrame(id, key, query));
    await Promise.all(ids.map((id) => raw.frame(isType('start_ack', id))));
    return raw;
  };

  it('get each event once, in order, a thousand of them', async () => {
    const { url, subscribers, close } = await open();
    const ids = Array.from({ length: 50 }, (_, index) => `s${index}`);
    const all = await Promise.all(Array.from({ length: 20 }, () => join(url, ids)));
    subscribers.publish({ field: 'onPut', value: { text: 'first' } });
    subscribers.publish({ field: 'onPut', value: { text: 'last' } });
    const isLast = (frame: Frame) => JSON.stringify(frame).includes('last');
    for (const raw of all) {
      for (const id of ids) {
        await raw.frame((frame) => frame.id === id && isLast(frame));
        expect(raw.frames.filter(isType('data', id)).map(({ payload }) => payload)).toEqual([
          { data: { onPut: { text: 'first' } } },
          { data: { onPut: { text: 'last' } } },
        ]);
      }
    }
    await close();
    expect(await Promise.all(all.map(({ closed }) => closed))).toEqual(Array(20).fill(1001));
  });

  it('are kept alive', async () => {
    const { url, close } = await open(300);
    const raw = await join(url, ['a']);
    await raw.frame(isType('ka'));
    await close();
  });

  it('are dropped when they do not read', async () => {
    const { url, subscribers, close } = await open();
    const [slow, quick] = await Promise.all([join(url, ['a']), join(url, ['a'])]);
    slow.socket.pause();
    const text = 'x'.repeat(200 * 1024);
    for (let count = 1; slow.socket.readyState === WebSocket.OPEN && count <= 200; count += 1) {
      subscribers.publish({ field: 'onPut', value: { text } });
      await quick.frame(() => quick.frames.filter(isType('data')).length >= count);
    }
    slow.socket.resume();
    expect(await slow.closed).toBe(1006);
    expect(quick.socket.readyState).toBe(WebSocket.OPEN);
    await close();
  });

  it('are dropped, fifty of them that do not read, before they keep 64 MB', async () => {
    const { url, subscribers, close } = await open();
    const slow = await Promise.all(Array.from({ length: 50 }, () => join(url, ['a'])));
    const quick = await join(url, ['a']);
    for (const { socket } of slow) socket.pause();
    const before = heldBytes();
    let most = 0;
    for (let count = 1; count <= 60; count += 1) {
      subscribers.publish({ field: 'onPut', value: { text: `${count} ${'x'.repeat(200 * 1024)}` } });
      await quick.frame(() => quick.frames.filter(isType('data')).length >= count);
      quick.frames.splice(0, quick.frames.length, ...quick.frames.map((frame) => ({ ...frame, payload: null })));
      most = Math.max(most, heldBytes() - before);
    }
    expect(most).toBeLessThan(64 * 1024 * 1024);
    expect(quick.socket.readyState).toBe(WebSocket.OPEN);
    for (const { socket } of slow) socket.terminate();
    await close();
  });

  it('leave nothing behind: after 200 events to a thousand, memory is what it was', async () => {
    const { url, subscribers, close } = await open();
    const ids = Array.from({ length: 100 }, (_, index) => `s${index}`);
    const round = async (events: number): Promise<void> => {
      const all = await Promise.all(Array.from({ length: 10 }, () => join(url, ids)));
      let missing = 0;
      let heard = (): void => undefined;
      for (const { socket, frames } of all) {
        socket.on('message', () => {
          frames.length = 0;
          missing -= 1;
          if (missing === 0) heard();
        });
      }
      for (let event = 0; event < events; event += 1) {
        missing = 1_000;
        const all = new Promise<void>((resolve) => (heard = resolve));
        subscribers.publish({ field: 'onPut', value: { text: `${event} ${'x'.repeat(1_000)}` } });
        await all;
      }
      for (const { socket } of all) socket.close();
      await Promise.all(all.map(({ closed }) => closed));
    };
    await round(20);
    const before = heldBytes();
    await round(200);
    expect(heldBytes()).toBeLessThan(before * 1.2);
    await close();
  }, 120_000);

  it('are ended by the close of the host, also those who do not answer', async () => {
    const { url, close } = await open();
    const deaf = connect(Number(new URL(url).port), '127.0.0.1');
    deaf.write(upgradeRequest(url, `graphql-ws, ${headerProtocol(key)}`));
    await once(deaf, 'data');
    deaf.pause();
    await close();
    deaf.resume();
    await once(deaf, 'close');
  });
});
