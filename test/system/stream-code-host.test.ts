import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CodeUpdate, Waits } from '../../client/index.ts';
import { createSnippetClient, defaultWaits } from '../../client/index.ts';
import { startCuttingProxy } from '../support/faults/cutting-proxy.ts';
import type { FedModel } from '../support/fakes/fed-model.ts';
import { createFedModel } from '../support/fakes/fed-model.ts';
import type { TestHost } from '../support/hosts/test-host.ts';
import { newFolder, startTestHost } from '../support/hosts/test-host.ts';

const waits: Waits = { ...defaultWaits, backOff: 10, backOffLimit: 100, silence: 500 };
const lines = ['def f():\n', '    one()\n', '    two()\n', '    three()\n', '\n', 'f()\n'];

/** A stream from a local host through a proxy, with a model that a test feeds. */
async function stream() {
  const dataFolder = newFolder();
  const model = createFedModel();
  let host = await startAt(dataFolder, model);
  const proxy = await startCuttingProxy(host.url);
  onTestFinished(async () => {
    await host.close();
    rmSync(dataFolder, { recursive: true });
  });
  const client = createSnippetClient({ url: proxy.url, auth: { apiKey: host.apiKey } }, waits);
  const updates: CodeUpdate[] = [];
  let shown = '';
  const ended = (async () => {
    for await (const update of client.streamCode({ language: 'PYTHON', instruction: 'call f' })) {
      shown = shown.slice(0, update.offset) + update.part;
      expect(shown).toBe(update.code);
      updates.push(update);
    }
  })();
  ended.catch(() => undefined);
  await Promise.race([model.asked(1), ended]);
  model.say('```python\n');
  return {
    proxy,
    model,
    updates,
    /** Has the model write a line, and waits until it came by as an event. */
    async write(line: string) {
      const before = proxy.events();
      model.say(line);
      await expect.poll(proxy.events).toBeGreaterThan(before);
    },
    /** Resolves when so much is shown, but for the end of the last line, which may yet turn out to be the fence's. */
    showing: (code: string) => expect.poll(() => shown.trimEnd()).toBe(code.trimEnd()),
    async restart() {
      await host.close();
      host = await startAt(dataFolder, model);
      proxy.target = host.url;
    },
    /** Ends the answer, and checks that what was shown is what was stored. */
    async finish(): Promise<string> {
      model.say('```\n');
      model.end();
      await ended;
      const snippet = updates.at(-1)?.snippet;
      expect(snippet?.status).toBe('COMPLETED');
      expect(shown).toBe(snippet?.code);
      expect(readFileSync(join(dataFolder, snippet?.objectKey ?? ''), 'utf8')).toBe(shown);
      return shown;
    },
  };
}

const startAt = (dataFolder: string, model: FedModel): Promise<TestHost> =>
  startTestHost({ model, environment: { PART_INTERVAL_MS: '10' } }, { dataFolder });

const allParts = (updates: CodeUpdate[]): string => updates.map(({ part }) => part).join('');

describe('code from a local host arrives whole, nothing of it twice', () => {
  it('over a connection that holds', async () => {
    const { write, finish, updates } = await stream();
    for (const line of lines) await write(line);
    expect(await finish()).toBe(lines.join(''));
    expect(allParts(updates)).toBe(lines.join(''));
    expect(updates.length).toBeGreaterThan(lines.length);
  });

  it('when the WebSocket is dropped', async () => {
    const { proxy, write, model, finish, updates } = await stream();
    for (const line of lines.slice(0, 3)) await write(line);
    proxy.cut();
    for (const line of lines.slice(3)) model.say(line);
    expect(await finish()).toBe(lines.join(''));
    expect(allParts(updates)).toBe(lines.join(''));
  });

  it('when an event in the middle is lost', async () => {
    const { proxy, write, showing, finish, updates } = await stream();
    proxy.deliver = ({ sequence }) => (sequence === 2 ? 0 : 1);
    for (const line of lines.slice(0, 3)) await write(line);
    await showing(lines.slice(0, 3).join(''));
    for (const line of lines.slice(3)) await write(line);
    expect(await finish()).toBe(lines.join(''));
    expect(allParts(updates)).toBe(lines.join(''));
  });

  it('when the last events are lost', async () => {
    const { proxy, write, finish, updates } = await stream();
    await write(lines[0] ?? '');
    proxy.deliver = () => 0;
    for (const line of lines.slice(1)) await write(line);
    expect(await finish()).toBe(lines.join(''));
    expect(allParts(updates)).toBe(lines.join(''));
  });

  it('when events come twice and in another order', async () => {
    const { proxy, write, showing, finish, updates } = await stream();
    proxy.deliver = () => 2;
    for (const line of lines.slice(0, 2)) await write(line);
    await showing(lines.slice(0, 2).join(''));
    proxy.hold();
    for (const line of lines.slice(2)) await write(line);
    proxy.release((texts) => [...texts.toReversed(), ...texts]);
    expect(await finish()).toBe(lines.join(''));
    expect(allParts(updates)).toBe(lines.join(''));
  });

  it('when the host is restarted meanwhile, which begins the work again', async () => {
    const { write, showing, restart, model, finish, updates } = await stream();
    for (const line of lines.slice(0, 3)) await write(line);
    await showing(lines.slice(0, 3).join(''));
    await restart();
    await model.asked(2);
    model.say(['```python\n', ...lines].join(''));
    expect(await finish()).toBe(lines.join(''));
    expect(updates.filter(({ offset }, index) => index > 0 && offset === 0)).toHaveLength(1);
  });
});
