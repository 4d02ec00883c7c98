import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient } from '../../../client/index.ts';
import { createOpenAiModel } from '../../../infra/local/bedrock/openai/openai-model.ts';
import type { OpenAiServerFake, Reply } from '../../support/fakes/openai-server.ts';
import { startOpenAiServer } from '../../support/fakes/openai-server.ts';
import type { TestHost } from '../../support/hosts/test-host.ts';
import { startTestHost } from '../../support/hosts/test-host.ts';

const message = (content: string, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`;
const good: Reply = { body: `${message('```python\nprint(1)\n```\n')}${message('', 'stop')}data: [DONE]\n\n` };
const completed = { status: 'COMPLETED', code: 'print(1)\n', truncated: false, modelCalls: 1 };
/** Twenty times as long as a model may be silent that has begun: what is 60 seconds outside stands here for 150 ms. */
const IDLE_MS = 150;
const SILENCE_MS = 3_000;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a server whose model takes its time', () => {
  let reply: (call: number, response: ServerResponse) => Reply | Promise<Reply | undefined>;
  let askedAt: number[] = [];
  let server: OpenAiServerFake;
  let host: TestHost;
  let client: SnippetClient;

  beforeAll(async () => {
    server = await startOpenAiServer((_request, response) => {
      askedAt.push(performance.now());
      return reply(askedAt.length, response);
    });
    const model = createOpenAiModel({ baseUrl: server.baseUrl, model: 'slow' });
    const environment = {
      MODEL_IDLE_MS: `${IDLE_MS}`,
      MODEL_PAUSE_MS: '5',
      MODEL_WITHIN_MS: '9000',
      RENEW_AFTER_MS: '100',
    };
    host = await startTestHost({ model, environment });
    client = createSnippetClient({ url: host.url, auth: { apiKey: host.apiKey } });
  });
  afterAll(async () => {
    await host.close();
    await server.close();
  });

  async function generate() {
    askedAt = [];
    return client.generateCode({ language: 'PYTHON', instruction: 'print 1' });
  }

  it('and says nothing for long before it begins is asked once', async () => {
    reply = async () => {
      await later(SILENCE_MS);
      return good;
    };
    expect(await generate()).toMatchObject(completed);
    expect(askedAt).toHaveLength(1);
  });

  it('and sends its head at once and nothing more for long is asked once', async () => {
    reply = async (_call, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      await later(SILENCE_MS);
      response.end(good.body);
      return undefined;
    };
    expect(await generate()).toMatchObject(completed);
    expect(askedAt).toHaveLength(1);
  });

  it('and sends comments meanwhile is asked once, and its signs of life reach those who watch', async () => {
    let release: () => void = () => undefined;
    const watched = new Promise<void>((resolve) => (release = resolve));
    reply = async (_call, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const timer = setInterval(() => response.write(': loading\n\n'), 20);
      await watched;
      clearInterval(timer);
      response.end(good.body);
      return undefined;
    };
    askedAt = [];
    const id = randomUUID();
    let signs = 0;
    const events = client.onSnippetProgress(id);
    await events.ready();
    const watching = (async () => {
      for await (const { status, part } of events) {
        if (status !== 'GENERATING') return;
        if (part === null && ++signs === 3) release();
      }
    })();
    const snippet = await client.generateCode({ language: 'PYTHON', instruction: 'print 1', options: { id } });
    await watching;
    expect(snippet).toMatchObject(completed);
    expect(askedAt).toHaveLength(1);
    expect(signs).toBeGreaterThanOrEqual(3);
  });

  it('and thinks meanwhile is asked once', async () => {
    reply = async (_call, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let left = 5; left > 0; left -= 1) {
        response.write(`data: ${JSON.stringify({ choices: [{ delta: { reasoning_content: 'hm ' } }] })}\n\n`);
        await later(2 * IDLE_MS);
      }
      response.end(good.body);
      return undefined;
    };
    expect(await generate()).toMatchObject(completed);
    expect(askedAt).toHaveLength(1);
  });

  it('but falls silent within its answer is asked again', async () => {
    reply = async (call, response) => {
      if (call > 1) return good;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(message('```python\nprint('));
      return undefined;
    };
    expect(await generate()).toMatchObject({ ...completed, modelCalls: 2 });
  });

  it('and answers 503 while it loads is waited for', async () => {
    const loadedAt = performance.now() + 1_500;
    const loading: Reply = {
      status: 503,
      contentType: 'application/json',
      body: '{"error":{"message":"Loading model","type":"unavailable_error","code":503}}',
    };
    reply = () => (performance.now() < loadedAt ? loading : good);
    expect(await generate()).toMatchObject({ status: 'COMPLETED', code: 'print(1)\n' });
    expect(askedAt.length).toBeGreaterThan(3);
  });

  it('and names a time to ask again is not asked before', async () => {
    const busy: Reply = { status: 429, headers: { 'retry-after': '1' }, contentType: 'application/json', body: '{}' };
    reply = (call) => (call === 1 ? busy : good);
    expect(await generate()).toMatchObject({ ...completed, modelCalls: 2 });
    expect((askedAt[1] ?? 0) - (askedAt[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });
});
