import { describe, expect, it } from 'vitest';
import type { RawSocket } from '../../support/faults/raw-socket.ts';
import { headerProtocol, isType, openSocket, startFrame } from '../../support/faults/raw-socket.ts';
import { startMeasuredHost } from '../../support/hosts/measured-host.ts';
import { ask } from '../../support/hosts/test-host.ts';

const SUBSCRIBERS = 1_000;
const CONNECTIONS = 20;
const AT_ONCE = 10;
const GENERATE = 'mutation { generateCode(language: PYTHON, instruction: "implement binary search") { status } }';
const WATCH = 'subscription { onSnippetCompleted { id status code } }';

describe('a host', () => {
  it('has the memory of before once a thousand subscribers, and what they heard, are gone', async () => {
    const host = await startMeasuredHost();
    const generate = async (count: number): Promise<void> => {
      for (let made = 0; made < count; made += AT_ONCE) {
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask(host, GENERATE)));
        for (const { data } of answers) expect(data).toEqual({ generateCode: { status: 'COMPLETED' } });
      }
    };
    await generate(100);
    const before = await host.heldBytes();

    const key = { 'x-api-key': host.apiKey };
    const ids = Array.from({ length: SUBSCRIBERS / CONNECTIONS }, (_, index) => `s${index}`);
    let missing = 60 * SUBSCRIBERS;
    let allHeard = (): void => undefined;
    const over = new Promise<void>((resolve) => (allHeard = resolve));
    const connect = async (): Promise<RawSocket> => {
      const raw = await openSocket(host.realtimeUrl, ['graphql-ws', headerProtocol(key)]);
      for (const id of ids) raw.send(startFrame(id, key, WATCH));
      await Promise.all(ids.map((id) => raw.frame(isType('start_ack', id))));
      raw.socket.on('message', () => {
        raw.frames.length = 0;
        missing -= 1;
        if (missing === 0) allHeard();
      });
      return raw;
    };
    const all = await Promise.all(Array.from({ length: CONNECTIONS }, connect));
    await generate(60);
    await over;
    for (const { socket } of all) socket.close();
    await Promise.all(all.map(({ closed }) => closed));
    expect(await host.heldBytes()).toBeLessThan(before * 1.2);
    expect(await host.close()).toBe(0);
  }, 180_000);
});
