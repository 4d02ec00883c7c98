import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSnippetClient } from '../../client/index.ts';
import { eventually } from '../support/hosts/api.ts';
import type { FedModel } from '../support/fakes/fed-model.ts';
import { createFedModel } from '../support/fakes/fed-model.ts';
import { freePort } from '../support/hosts/free-port.ts';
import { spawnHost, startHostProcess } from '../support/hosts/host-process.ts';
import { newFolder, startTestHost } from '../support/hosts/test-host.ts';

const ASKED = { language: 'JAVASCRIPT', instruction: 'lru cache' } as const;

let dataFolder = '';
beforeEach(() => void (dataFolder = newFolder()));
afterEach(() => rmSync(dataFolder, { recursive: true }));

/** Goes by the name of the model that answers after the next start, and says nothing. */
const createHangingModel = (): FedModel => ({ ...createFedModel(), name: 'cookbook' });

/** What a request comes to: its status, or why there is none. */
function outcomeOf(port: number): Promise<number | string> {
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path: '/healthz', agent: false });
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.end();
  });
}

/** What the handshake of a WebSocket comes to: the status, or why there is none. */
function upgradeOutcomeOf(port: number): Promise<number | string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.on('data', (chunk) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString())?.[1]));
      socket.destroy();
    });
    socket.write(
      'GET /graphql/realtime HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
  });
}

describe('a host that starts', () => {
  it('leaves no request unanswered that comes before it is ready', async () => {
    const port = await freePort();
    const child = spawnHost(dataFolder, port);
    try {
      let ready = false;
      if (!child.stdout) throw new Error('The host has no output.');
      createInterface({ input: child.stdout }).on('line', (line) => (ready ||= line.startsWith('curl')));
      const outcomes: Promise<number | string>[] = [];
      while (!ready) {
        outcomes.push(outcomeOf(port), upgradeOutcomeOf(port));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      const seen = new Set(await Promise.all(outcomes));
      expect(seen).toContain(503);
      // Nobody listened yet; not yet ready; ready.
      const honest = ['ECONNREFUSED', 503, 200, 101, 400, 401, 403];
      expect([...seen].filter((outcome) => !honest.includes(outcome))).toEqual([]);
      expect(await outcomeOf(port)).toBe(200);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });

  it('keeps all that it makes from other users', { timeout: 60_000 }, async () => {
    // As an older host left it.
    mkdirSync(join(dataFolder, 'code-output', 'old'), { recursive: true, mode: 0o755 });
    writeFileSync(join(dataFolder, 'functions.log'), '', { mode: 0o644 });
    const { child, url, apiKey } = await startHostProcess(dataFolder);
    try {
      const client = createSnippetClient({ url, auth: { apiKey } });
      expect(await client.generateCode(ASKED)).toMatchObject({ status: 'COMPLETED' });
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const names = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' });
    expect(names).toEqual(expect.arrayContaining(['api-key', 'events', 'table', 'functions.log']));
    const open = names
      .filter((name) => !name.startsWith(join('code-output', 'old')))
      .filter((name) => (lstatSync(join(dataFolder, name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  it('ends with one sentence and no stack over a folder that it cannot use', async () => {
    writeFileSync(join(dataFolder, 'api-key'), '');
    const { child, printed } = await startHostProcess(dataFolder);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(printed).toMatch(/^snipstream: \S+api-key is empty, cut off or no api-key at all\.[^\n]*\n$/);
  });

  it('ends with one sentence that names the host which runs already', { timeout: 60_000 }, async () => {
    const first = await startHostProcess(dataFolder);
    try {
      const second = await startHostProcess(dataFolder);
      if (second.child.exitCode === null) await once(second.child, 'exit');
      expect(second.printed).toBe(
        `snipstream: A host runs on the data folder ${dataFolder} already: process ${first.child.pid} at ${first.url}.\n`,
      );
    } finally {
      first.child.kill('SIGKILL');
      await once(first.child, 'exit');
    }
  });
});

describe('a host that ends', () => {
  it('answers those who wait with what is recorded, and the next one completes it', async () => {
    const model = createHangingModel();
    const host = await startTestHost({ model }, { dataFolder });
    const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
    const id = randomUUID();
    const asked = client.generateCode({ ...ASKED, options: { id, waitSeconds: 25 } });
    await model.asked(1);
    await host.close();
    expect(await asked).toMatchObject({ id, status: 'GENERATING', failure: null });

    const next = await startTestHost({}, { dataFolder });
    try {
      const again = createSnippetClient({ url: next.url, auth: { apiKey: next.apiKey } });
      const snippet = await eventually(
        () => again.snippet(id),
        (it) => it?.status === 'COMPLETED' || it?.status === 'FAILED',
      );
      expect(snippet).toMatchObject({ status: 'COMPLETED', failure: null });
      expect(readFileSync(join(dataFolder, snippet?.objectKey ?? ''), 'utf8')).toBe(snippet?.code);
      expect(await again.generateCode({ ...ASKED, options: { id, waitSeconds: 25 } })).toMatchObject({
        id,
        status: 'COMPLETED',
        attempts: 2,
      });
    } finally {
      await next.close();
    }
  });
});

describe('what a host leaves undone', () => {
  const eventsIn = (): string[] =>
    existsSync(join(dataFolder, 'events')) ? readdirSync(join(dataFolder, 'events')) : [];

  it('is on disk before the caller reads of it, and gone when it is done', async () => {
    const model = createFedModel();
    const host = await startTestHost({ model }, { dataFolder });
    try {
      const client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
      const { id } = await client.generateCode({ ...ASKED, options: { waitSeconds: 0 } });
      const [event = ''] = eventsIn();
      expect(JSON.parse(readFileSync(join(dataFolder, 'events', event), 'utf8'))).toMatchObject({
        name: 'generate-snippet',
        payload: { id },
      });
      await model.asked(1);
      model.say('```js\nlet a = 1;\n```\n');
      model.end();
      await eventually(
        async () => eventsIn(),
        (names) => names.length === 0,
      );
      expect(await client.snippet(id)).toMatchObject({ status: 'COMPLETED' });
    } finally {
      await host.close();
    }
  });

  it('is delivered again, but for the one whose event is damaged, which is told of by name', async () => {
    const first = await startTestHost({ model: createHangingModel() }, { dataFolder });
    const before = createSnippetClient({ url: first.url, auth: { apiKey: first.apiKey } });
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) {
      ids.push((await before.generateCode({ ...ASKED, options: { waitSeconds: 0 } })).id);
    }
    await first.close();
    const [, damaged = ''] = eventsIn().sort();
    writeFileSync(join(dataFolder, 'events', damaged), '{"cut');

    const second = await startTestHost({}, { dataFolder });
    try {
      const client = createSnippetClient({ url: second.url, auth: { apiKey: second.apiKey } });
      for (const id of [ids[0], ids[2]]) {
        const ended = await eventually(
          () => client.snippet(id ?? ''),
          (it) => it?.status === 'COMPLETED' || it?.status === 'FAILED',
        );
        expect(ended).toMatchObject({ status: 'COMPLETED' });
      }
      expect(await client.snippet(ids[1] ?? '')).toMatchObject({ code: null });
      expect(eventsIn()).toEqual([damaged]);
      expect(readFileSync(join(dataFolder, 'functions.log'), 'utf8')).toContain(
        `${damaged} is damaged and not delivered`,
      );
    } finally {
      await second.close();
    }
  });
});
